/** The steps of making a PDF, in order. */
export type PdfStep = 'measure' | 'lay-out' | 'draw' | 'finish'

/** How far a document is. */
export interface PdfProgress {
  readonly step: PdfStep
  /** Of the whole, from 0 to 1; never falls, but where a document is laid out a second time. */
  readonly done: number
}

/** Thrown when the caller no longer wants the document. */
export class PdfCancelled extends Error {
  override readonly name = 'PdfCancelled'

  constructor() {
    super('The report was cancelled')
  }
}

/** Counts work and asks now and then whether to go on. */
export interface ProgressMeter {
  begin(step: PdfStep, total: number): void
  /** One unit of the step is done. Throws `PdfCancelled`. */
  tick(): void
  end(): void
}

const SHARES: Readonly<Record<PdfStep, readonly [number, number]>> = {
  measure: [0, 0.45],
  'lay-out': [0.45, 0.65],
  draw: [0.65, 0.92],
  finish: [0.92, 1],
}
const REPORT_EVERY_MS = 100
const ASK_EVERY_MS = 20

/** Makes a meter over the caller's two functions; both may be left out. */
export function createProgressMeter(
  onProgress: ((progress: PdfProgress) => void) | undefined,
  isCancelled: (() => boolean) | undefined,
): ProgressMeter {
  let step: PdfStep = 'measure'
  let total = 1
  let units = 0
  let asked = performance.now()
  let reported = asked
  const report = (share: number) => {
    const [from, to] = SHARES[step]
    onProgress?.({ step, done: from + (to - from) * Math.min(1, share) })
  }
  const look = () => {
    const now = performance.now()
    if (now - asked < ASK_EVERY_MS) return
    asked = now
    if (isCancelled?.() === true) throw new PdfCancelled()
    if (now - reported < REPORT_EVERY_MS) return
    reported = now
    report(units / total)
  }
  return {
    begin(next, amount) {
      step = next
      total = Math.max(1, amount)
      units = 0
      if (isCancelled?.() === true) throw new PdfCancelled()
      report(0)
    },
    tick() {
      units += 1
      look()
    },
    end() {
      report(1)
    },
  }
}
