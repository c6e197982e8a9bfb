import { Component, useState, type ReactNode } from 'react'

/** A reference of four characters, by which a person can name a defect to whoever mends it. */
const newReference = () =>
  Math.floor(Math.random() * 0x10000)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')

/** The words of a defect of the page: what is safe, and what to do. */
export const defectInWords = (reference: string): string =>
  `Something went wrong (reference ${reference}). Nothing was lost; you can carry on.`

type Faulty = { reference: string | null }

/** Catches a defect of the screens under it, says it with a reference, and offers the way on. */
export class FaultBoundary extends Component<{ children: ReactNode }, Faulty> {
  override state: Faulty = { reference: null }

  static getDerivedStateFromError(): Faulty {
    return { reference: newReference() }
  }

  override render() {
    const { reference } = this.state
    if (reference === null) return this.props.children
    return <FaultWords reference={reference} onAgain={() => this.setState({ reference: null })} />
  }
}

/** What stands in place of a screen that could not be drawn. */
function FaultWords({ reference, onAgain }: { reference: string; onAgain: () => void }) {
  return (
    <div className="alert" role="alert">
      <h1 tabIndex={-1}>This screen could not be shown</h1>
      <p>{defectInWords(reference)}</p>
      <button type="button" className="button" onClick={onAgain}>
        Show it again
      </button>
    </div>
  )
}

/** The same for a defect that the router caught. */
export function RouteFault() {
  const [reference] = useState(newReference)
  return <FaultWords reference={reference} onAgain={() => location.reload()} />
}
