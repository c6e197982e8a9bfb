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

/** Sets the rules were mended on in full, once their first figures were noted: none of their lines is held out. */
const tunedSets = ['5', '6', '7', '8', '9', '10']

/** Scored once, when the rules were done, and never mended on: all of it is held out. */
const lastSet = '11'

/**
 * The hard set, in the order it was written. Every third line is held out: in the first file its voices were never looked at
 * while the rules were made. The later files were each scored once, fresh, before any of their lines were looked at; each says
 * in its first lines what it scored then.
 */
export function hardStatements(): HardStatement[] {
  return ['', '-2', '-3', '-4', ...tunedSets.map((set) => `-${set}`), `-${lastSet}`].flatMap((set) =>
    rowsOf(`hard-statements${set}.tsv`).map(([voice = '', own = '', needs = '', text = ''], i) => {
      const [must, may] = needs.split('/')
      return {
        voices: voice.split('/').flatMap((letter) => voiceOf[letter] ?? []),
        individualised: own.startsWith('y') ? 'yes' : own.startsWith('n') ? 'no' : 'na',
        needs: letters(must),
        optional: letters(may),
        text,
        held: set === `-${lastSet}` || (!tunedSets.includes(set.slice(1)) && i % 3 === 2),
      }
    }),
  )
}

/** A statement of a hard plan, as a person cut and labelled it. */
export interface HardSegment {
  text: string
  voice: StatementReading['voice']
  individualised: boolean
  intervention: boolean
  heading: boolean
}

/** A whole plan with its statements labelled, and the class of the person's voice in it. */
export interface HardPlan {
  id: string
  name: string
  layout: string
  patientVoice: string
  text: string
  segments: HardSegment[]
}

/** The hard plans. */
export function hardPlans(): HardPlan[] {
  const source = readFileSync(new URL('../fixtures/care-plans/hard-plans.txt', import.meta.url), 'utf8')
  return source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      const [id = '', name = '', layout = '', patientVoice = ''] = part.slice(0, end).split('|')
      const segments: HardSegment[] = []
      const text = part
        .slice(end + 1)
        .replace(/\[\[([^|]*)\|([\s\S]*?)\]\](?!\])/g, (_, marks: string, words: string) => {
          const [voice = 'N', ...rest] = marks.split(' ')
          segments.push({
            text: words.replace(/\s+/g, ' '),
            voice: voiceOf[voice] ?? 'none',
            individualised: rest.includes('y'),
            intervention: rest.includes('i'),
            heading: rest.includes('h'),
          })
          return words
        })
      return { id, name, layout, patientVoice, text, segments }
    })
}

/** Pairs of sentences, the same or not. */
export function hardPairs(): { same: boolean; a: string; b: string; held: boolean }[] {
  const last = 'hard-pairs-7.tsv'
  const tuned = ['hard-pairs-3.tsv', 'hard-pairs-4.tsv', 'hard-pairs-5.tsv', 'hard-pairs-6.tsv']
  return ['hard-pairs.tsv', 'hard-pairs-2.tsv', ...tuned, last].flatMap((name) =>
    rowsOf(name).map(([same, a = '', b = ''], i) => ({
      same: same === '1',
      a,
      b,
      held: name === last || (!tuned.includes(name) && i % 3 === 2),
    })),
  )
}

/** Hits, false alarms and misses as precision, recall and F1. */
export function scoreOf(hits: number, falseAlarms: number, misses: number): { p: number; r: number; f1: number } {
  const p = hits / (hits + falseAlarms || 1)
  const r = hits / (hits + misses || 1)
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
}
