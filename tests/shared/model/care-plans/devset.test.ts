import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { createCarePlanReader } from '../../../../src/shared/model/care-plans/reader.ts'
import {
  PairLine,
  pairRecord,
  planRecords,
  RosterLine,
  VoiceLine,
  voiceRecord,
} from '../../../../src/shared/model/care-plans/records.ts'

const devset = fileURLToPath(new URL('../../../fixtures/devset', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'care-plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reader = createCarePlanReader()
const linesOf = (name: string): unknown[] =>
  readFileSync(join(devset, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))

function score(mode: string, gold: string, records: readonly unknown[], json: boolean): string {
  const file = join(folder, `${mode}.jsonl`)
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'))
  const flags = json ? ['--json'] : []
  return execFileSync(process.execPath, [join(devset, 'score.cjs'), mode, join(devset, gold), file, ...flags], {
    encoding: 'utf8',
  })
}

test('the statements of the development set score as its own scorer counts', () => {
  const records = linesOf('voice.jsonl').map((line) => voiceRecord(reader, VoiceLine.parse(line)))
  console.log(score('voice', 'voice.jsonl', records, false))
  const figures = JSON.parse(score('voice', 'voice.jsonl', records, true))
  expect(figures.missing).toBe(0)
  expect(figures.voice.strict.macroF1).toBeGreaterThan(0.95)
  expect(figures.needs.micro.f1).toBeGreaterThan(0.88)
  expect(figures.individualised.first_person.no.f1).toBeGreaterThan(0.95)
})

test('the whole plans of the development set are cut and read as a person did', () => {
  const roster = linesOf('roster.jsonl').map((line) => RosterLine.parse(line))
  const records = planRecords(reader, roster, (plan) => readFileSync(join(devset, 'plans', `${plan}.txt`), 'utf8'))
  console.log(score('plans', 'plans.json', records, false))
  const figures = JSON.parse(score('plans', 'plans.json', records, true))
  expect(figures.segmentation.f1).toBe(1)
  expect(figures.patient_voice.ok).toBe(4)
  expect(figures.endToEndVoice.reported_speech.f1).toBe(1)
  expect(figures.wrong_names.f1).toBe(1)
  expect(figures.boilerplate.f1).toBe(1)
})

test('the pairs of the development set are all right', () => {
  const records = linesOf('boilerplate_pairs.jsonl').map((line) => pairRecord(reader, PairLine.parse(line)))
  expect(score('pairs', 'boilerplate_pairs.jsonl', records, false)).toMatch(/P 1\s+R 1/)
})
