import { useState, type KeyboardEvent } from 'react'
import type { AuditStatement, DecidedVoice, OtherWay } from '../../../../shared/model/care-plan-audit.ts'
import type { Need } from '../../../../shared/model/care-plans/concepts.ts'
import { isTyping } from '../../keys.ts'
import { readingActOf, type ReadingAct } from './reading-keys.ts'
import { blockLeft, blockOf, nextStop, stopsOf, type Stop } from './reading-order.ts'
import type { PlanOrders } from './use-plan-orders.ts'

/** The id of the control at a stop, by which focus goes there. */
export const stopId = (stop: Stop): string => `stop-${stop}`

/** What was said of a statement before it was decided. */
type Draft = { needs?: Need[]; note?: string }

/** The reader of one plan: where they are, what is open, and what each key and button does. */
export type Reader = {
  stops: Stop[]
  current: Stop | null
  isBlockOpen: boolean
  /** After V: how the voice is shown is still to be said. */
  asksWay: boolean
  isNoting: boolean
  needsOf(statement: AuditStatement): Need[]
  noteOf(statement: AuditStatement): string
  go(stop: Stop): void
  act(act: ReadingAct): void
  saveNote(note: string): void
  /** Takes the block's confirmation back, however long ago it was. */
  openConfirmed(): void
  onKeyDown(event: KeyboardEvent): void
}

const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())

/** Reads statements by keyboard and by mouse alike. `onAllDecided` hears that nothing is left to decide. */
export function useReader(options: {
  statements: AuditStatement[]
  orders: PlanOrders
  canWrite: boolean
  onAllDecided: () => void
}): Reader {
  const { statements, orders, canWrite, onAllDecided } = options
  const [isBlockOpen, setBlockOpen] = useState(false)
  const [chosen, setChosen] = useState<Stop | null>(null)
  const [asksWay, setAsksWay] = useState(false)
  const [isNoting, setNoting] = useState(false)
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map())
  const stops = stopsOf(statements, isBlockOpen)
  const current =
    chosen !== null && stops.includes(chosen) ? chosen : (nextStop({ statements }, stops, null) ?? stops[0] ?? null)
  const statement = statements.find(({ index }) => index === current)

  const go = (stop: Stop) => {
    setChosen(stop)
    setAsksWay(false)
    setNoting(false)
    focusSoon(stopId(stop))
  }
  const goOn = () => {
    const next = nextStop({ statements }, stops, current)
    if (next === null) onAllDecided()
    else go(next)
  }
  const needsOf = ({ index, decision, needs }: AuditStatement): Need[] =>
    decision?.needs ?? drafts.get(index)?.needs ?? needs
  const noteOf = ({ index, decision }: AuditStatement) => drafts.get(index)?.note ?? decision?.note ?? ''
  const draft = (index: number, changes: Draft) =>
    setDrafts((before) => new Map(before).set(index, { ...before.get(index), ...changes }))

  const decide = (at: AuditStatement, voice: DecidedVoice, otherWay: OtherWay | null = null) => {
    const note = drafts.get(at.index)?.note
    orders.decide(at.index, { voice, otherWay, needs: needsOf(at), ...(note === undefined ? {} : { note }) })
    setDrafts((before) => {
      const rest = new Map(before)
      rest.delete(at.index)
      return rest
    })
  }
  const again = (at: AuditStatement, changes: { needs?: Need[]; note?: string }) => {
    if (at.decision === null) draft(at.index, changes)
    else {
      const { voice, otherWay } = at.decision
      orders.decide(at.index, { voice, otherWay, needs: needsOf(at), ...changes })
    }
  }
  const confirm = () => {
    if (current === 'block') {
      const left = blockLeft(statements).map(({ index }) => index)
      if (left.length > 0) orders.confirmBlock(left)
      setBlockOpen(false)
    } else if (statement !== undefined && statement.decision === null) decide(statement, statement.suggested)
    goOn()
  }
  const openBlock = () => {
    const first = blockOf(statements)[0]
    if (first === undefined) return
    setBlockOpen(true)
    go(first.index)
  }

  const act = (asked: ReadingAct) => {
    switch (asked.act) {
      case 'move': {
        const next = current === null ? stops[0] : stops[stops.indexOf(current) + asked.step]
        if (next !== undefined) go(next)
        return
      }
      case 'open-block':
        openBlock()
        return
      case 'close-block':
        if (isBlockOpen) {
          setBlockOpen(false)
          go('block')
        }
        return
      case 'leave-ways':
        setAsksWay(false)
        return
    }
    if (!canWrite) return
    switch (asked.act) {
      case 'confirm':
        confirm()
        return
      case 'undo': {
        const place = orders.takeBack()
        if (place === 'block') go('block')
        else if (place !== null && stops.includes(Number(place))) go(Number(place))
        return
      }
    }
    if (statement === undefined) return
    switch (asked.act) {
      case 'voice':
        setAsksWay(asked.voice === 'shown-another-way')
        if (asked.voice !== 'shown-another-way') decide(statement, asked.voice)
        return
      case 'way':
        setAsksWay(false)
        decide(statement, 'shown-another-way', asked.way)
        return
      case 'need': {
        const now = needsOf(statement)
        const needs = now.includes(asked.need) ? now.filter((need) => need !== asked.need) : [...now, asked.need]
        again(statement, { needs })
        return
      }
      case 'note':
        setNoting(true)
    }
  }

  return {
    stops,
    current,
    isBlockOpen,
    asksWay,
    isNoting,
    needsOf,
    noteOf,
    go,
    act,
    saveNote(note) {
      setNoting(false)
      if (statement === undefined) return
      if (note !== noteOf(statement)) again(statement, { note })
      focusSoon(stopId(statement.index))
    },
    openConfirmed() {
      orders.openBlock()
      go('block')
    },
    onKeyDown(event) {
      if (event.defaultPrevented || isTyping(event.target)) return
      const asked = readingActOf(event, asksWay)
      if (asked === null) return
      // On a button of its own Enter presses that button.
      const isStop = event.target instanceof HTMLElement && event.target.id.startsWith('stop-')
      if (asked.act === 'confirm' && !isStop) return
      event.preventDefault()
      act(asked)
    },
  }
}
