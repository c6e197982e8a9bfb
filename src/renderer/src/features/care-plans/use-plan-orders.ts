import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type {
  AuditStatement,
  CriterionAnswer,
  DecidedVoice,
  OtherWay,
  PlanView,
  Reading,
} from '../../../../shared/model/care-plan-audit.ts'
import type { Need } from '../../../../shared/model/care-plans/concepts.ts'
import { useApi } from '../../api/api.ts'
import { useOrder } from '../../api/use-order.ts'
import { explainThrown } from '../../defects.ts'
import { say, sayFault } from '../../messages.tsx'

/** A decision as the reader makes it. A note that is not given is left as it is. */
export type Deciding = { voice: DecidedVoice; otherWay: OtherWay | null; needs: Need[]; note?: string }

/** What can be done to a plan: each is saved at once, and shown before the core has answered. */
export type PlanOrders = {
  decide(statement: number, decision: Deciding): void
  confirmBlock(statements: number[]): void
  openBlock(): void
  answer(criterion: string, answer: CriterionAnswer | null, reason?: string): void
  /** Takes back the last thing done to this plan since it was opened; what it was done to is answered, null for nothing. */
  takeBack(): string | null
  /** Where saving stands, in a word or two; empty before anything was done. */
  savedWords: string
}

/** The orders of one plan in one reading, and its statements with the decisions that are still on their way. */
export function usePlanOrders(plan: PlanView | undefined, planId: PlanView['id'], reading: Reading) {
  const api = useApi()
  const answers = useQueryClient()
  const decideOrder = useOrder('audits.decide')
  const blockOrder = useOrder('audits.confirmBlock')
  const openOrder = useOrder('audits.openBlock')
  const answerOrder = useOrder('audits.answer')
  const undoOrder = useOrder('history.undo')
  const [onTheWay, setOnTheWay] = useState<ReadonlyMap<number, Deciding>>(new Map())
  const [hasSaved, setSaved] = useState(false)
  const done = useRef<string[]>([])
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const show = (view: PlanView | undefined) => {
    if (view === undefined) return
    setSaved(true)
    answers.setQueryData(['audits.plan', { planId, reading }], view)
  }
  /** One after the other: a decision and the block after it, as they were made. */
  const inTurn = (place: string, run: () => Promise<PlanView | undefined>) => {
    done.current.push(place)
    const turn = last.current.then(run).then((view) => {
      if (view === undefined) done.current.splice(done.current.lastIndexOf(place), 1)
      show(view)
    })
    last.current = turn
    return turn
  }

  const orders: PlanOrders = {
    decide(statement, decision) {
      setOnTheWay((before) => new Map(before).set(statement, decision))
      void inTurn(String(statement), () => decideOrder.run({ planId, reading, statement, ...decision })).then(() =>
        setOnTheWay((before) => {
          if (before.get(statement) !== decision) return before
          const rest = new Map(before)
          rest.delete(statement)
          return rest
        }),
      )
    },
    confirmBlock: (statements) => void inTurn('block', () => blockOrder.run({ planId, reading, statements })),
    openBlock: () => void inTurn('block', () => openOrder.run({ planId, reading })),
    answer: (criterion, answer, reason = '') =>
      void inTurn(criterion, () => answerOrder.run({ planId, reading, criterion, answer, reason })),
    takeBack() {
      const place = done.current.pop()
      if (place === undefined) {
        say('Nothing was decided here since the plan was opened.')
        return null
      }
      last.current = last.current.then(async () => {
        try {
          // What was done last, asked now: an answer kept from before may be older than the last key press.
          const { undo } = await api.call('history.state', {})
          if (undo === null) return
          const undone = await undoOrder.run({ seq: undo.seq })
          if (undone !== undefined) say('Taken back.')
        } catch (thrown) {
          sayFault(explainThrown(thrown).message)
        }
      })
      return place
    },
    savedWords:
      decideOrder.busy || blockOrder.busy || openOrder.busy || answerOrder.busy || undoOrder.busy
        ? 'Saving...'
        : hasSaved
          ? 'Saved'
          : '',
  }
  const statements = plan?.statements.map((statement) => withDecision(statement, onTheWay.get(statement.index)))
  return { orders, statements: statements ?? [] }
}

/** A statement as it will be once its decision has arrived. */
function withDecision(statement: AuditStatement, deciding: Deciding | undefined): AuditStatement {
  if (deciding === undefined) return statement
  const { voice, otherWay, needs, note } = deciding
  const before = statement.decision
  return {
    ...statement,
    decision: {
      voice,
      otherWay,
      needs,
      note: note ?? before?.note ?? '',
      inBlock: false,
      decidedAt: before?.decidedAt ?? '',
      decidedBy: before?.decidedBy ?? '',
    },
  }
}
