import type { AuditStatement, DecidedVoice, PlanView } from '../../../../shared/model/care-plan-audit.ts'

/** Where the reader is: a statement by its index, or the block that stands for the rest. */
export type Stop = number | 'block'

/** Whether a statement is one of the block: it needs no decision of its own. */
const isInBlock = ({ isHeading, needsDecision }: Pick<AuditStatement, 'isHeading' | 'needsDecision'>) =>
  !isHeading && !needsDecision

/** The statements of the block, whether confirmed or not. */
export const blockOf = (statements: readonly AuditStatement[]): AuditStatement[] => statements.filter(isInBlock)

/** Statements of the block that nobody has answered for yet. */
export const blockLeft = (statements: readonly AuditStatement[]): AuditStatement[] =>
  blockOf(statements).filter(({ decision }) => decision === null)

/**
 * Where the reader stops, in order: each statement that is decided by itself, those of the block too while it is open, and the block.
 */
export function stopsOf(statements: readonly AuditStatement[], isBlockOpen: boolean): Stop[] {
  const single = statements.filter(
    (statement) => !statement.isHeading && (statement.needsDecision || isBlockOpen || wasChanged(statement)),
  )
  return [...single.map(({ index }) => index), ...(blockOf(statements).length > 0 ? ['block' as const] : [])]
}

/** A statement of the block that was decided by itself stays in sight. */
const wasChanged = ({ decision }: AuditStatement) => decision !== null && !decision.inBlock

/** What of the plan is drawn, in its order: stops, and the plan's headings where something stands under them. */
export function rowsOf(statements: readonly AuditStatement[], stops: readonly Stop[]): AuditStatement[] {
  const shown = new Set(stops)
  const rows: AuditStatement[] = []
  let heading: AuditStatement | null = null
  for (const statement of statements) {
    if (statement.isHeading) heading = statement
    if (statement.isHeading || !shown.has(statement.index)) continue
    if (heading !== null) rows.push(heading)
    heading = null
    rows.push(statement)
  }
  return rows
}

/** Whether there is nothing left to decide at a stop. */
export function isDone({ statements }: Pick<PlanView, 'statements'>, stop: Stop): boolean {
  if (stop === 'block') return blockLeft(statements).length === 0
  return (statements.find(({ index }) => index === stop)?.decision ?? null) !== null
}

/** Where to go on after a stop: the next one with something to decide, round to the first; null when all is decided. */
export function nextStop(plan: Pick<PlanView, 'statements'>, stops: readonly Stop[], after: Stop | null): Stop | null {
  const at = after === null ? -1 : stops.indexOf(after)
  const round = [...stops.slice(at + 1), ...stops.slice(0, Math.max(0, at))]
  return round.find((stop) => !isDone(plan, stop)) ?? null
}

/** Whose words a statement is shown as: what was decided, else what is suggested; a suggestion that is unsure shows as unsure. */
export const shownVoice = ({ decision, unsure, suggested }: AuditStatement): DecidedVoice =>
  decision?.voice ?? (unsure ? 'unsure' : suggested)

/** The rows drawn around the current one: a plan may have ten thousand. */
export const rowsDrawn = 120

/** The stretch of rows that is drawn: `rowsDrawn` of them around the current one. */
export function stretchAround(total: number, at: number): { first: number; end: number } {
  const first = Math.max(0, Math.min(at - rowsDrawn / 2, total - rowsDrawn))
  return { first, end: Math.min(total, first + rowsDrawn) }
}
