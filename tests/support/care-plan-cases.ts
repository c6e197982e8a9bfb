import { readFileSync } from 'node:fs'
import type { StatementReading } from '../../src/shared/model/care-plans/reading.ts'

/** A labelled statement of the hard set. `voices` holds the label and those a careful reader could also give. */
export interface HardStatement {
  voices: StatementReading['voice'][]
  individualised: 'yes' | 'no' | 'na'
  needs: string[]
  optional: string[]
  text: string
  held: boolean
}

const voiceOf: Record<string, StatementReading['voice']> = {
  F: 'first-person',
  R: 'reported',
  T: 'someone-else',
  N: 'none',
}
const needOf: Record<string, string> = { m: 'medical', s: 'social', p: 'psychological' }

const rowsOf = (name: string): string[][] =>
  readFileSync(new URL(`../fixtures/care-plans/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

const letters = (words: string | undefined): string[] =>
  (words ?? '').split(',').flatMap((letter) => (letter === '' ? [] : [needOf[letter] ?? letter]))

/**
 * The hard set, in the order it was written. Every third line is held out: in the first file its voices were never looked at
 * while the rules were made. The later files were each scored once, fresh, before any of their lines were looked at; the rules were
 * then mended on all lines of the fifth, so none of it is held out.
 */
export function hardStatements(): HardStatement[] {
  const tuned = 'hard-statements-5.tsv'
  return [
    'hard-statements.tsv',
    'hard-statements-2.tsv',
    'hard-statements-3.tsv',
    'hard-statements-4.tsv',
    tuned,
  ].flatMap((name) =>
    rowsOf(name).map(([voice = '', own = '', needs = '', text = ''], i) => {
      const [must, may] = needs.split('/')
      return {
        voices: voice.split('/').flatMap((letter) => voiceOf[letter] ?? []),
        individualised: own === 'y' ? 'yes' : own === 'n' ? 'no' : 'na',
        needs: letters(must),
        optional: letters(may),
        text,
        held: name !== tuned && i % 3 === 2,
      }
    }),
  )
}

/** Pairs of sentences, the same or not. */
export function hardPairs(): { same: boolean; a: string; b: string; held: boolean }[] {
  return ['hard-pairs.tsv', 'hard-pairs-2.tsv'].flatMap((name) =>
    rowsOf(name).map(([same, a = '', b = ''], i) => ({ same: same === '1', a, b, held: i % 3 === 2 })),
  )
}

/** Hits, false alarms and misses as precision, recall and F1. */
export function scoreOf(hits: number, falseAlarms: number, misses: number): { p: number; r: number; f1: number } {
  const p = hits / (hits + falseAlarms || 1)
  const r = hits / (hits + misses || 1)
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}
