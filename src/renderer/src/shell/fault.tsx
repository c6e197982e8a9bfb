import { Component, useState, type ReactNode } from 'react'
import { defectInWords, newReference } from '../../../shared/defects.ts'

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
