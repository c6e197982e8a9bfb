import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseLexicon, extendLexicon } from '../../../../src/shared/model/care-plans/lexicon.ts'
import { createCarePlanReader } from '../../../../src/shared/model/care-plans/reader.ts'
import type { PlanText } from '../../../../src/shared/model/care-plans/reading.ts'
import { inventedPlans } from '../../../support/invented-plans.ts'

const reader = createCarePlanReader()
const plan = (text: string, patientName: string | null = 'Leon Marsh', id = 'A'): PlanText => ({
  id,
  text,
  patientName,
})
const read = (text: string, patientName?: string | null) => {
  const [only] = reader.readPlans([plan(text, patientName)]).plans
  if (only === undefined) throw new Error('no plan was read')
  return only
}
const texts = (text: string): string[] => read(text).statements.map((statement) => statement.text)

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        'I want my own front door.',
        '- ',
        '\n',
        '\r\n',
        '\t',
        ' | ',
        'Leon said',
        '"',
        '“',
        '’',
        'He told me',
        '1. ',
        '☐ ',
        'Dr. ',
        '  ',
        'my',
        'ME',
        ':',
        '?',
        '(',
        '👩🏽‍⚕️',
        'أنا أريد',
        '\u202e',
        'x'.repeat(80),
        '\n\n',
        'Need | Plan |',
        '…',
        'if she says',
        'to',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
)

test('whatever is pasted, it is read without an error, and read the same the second time', () => {
  fc.assert(
    fc.property(words, (text) => {
      const once = reader.readPlans([plan(text)])
      expect(createCarePlanReaderAgain().readPlans([plan(text)])).toEqual(once)
      expect(reader.readStatement(text).text).toBe(text)
    }),
    { numRuns: 150 },
  )
})
const again = createCarePlanReader()
const createCarePlanReaderAgain = () => again

test('every span points into the source, and a statement on one line is the source’s own words', () => {
  fc.assert(
    fc.property(words, (text) => {
      let last = 0
      for (const statement of read(text).statements) {
        expect(statement.start).toBeGreaterThanOrEqual(last)
        expect(statement.end).toBeLessThanOrEqual(text.length)
        last = statement.start
        const source = text.slice(statement.start, statement.end)
        if (!/[\n\r\f\v\u0085\u2028\u2029]/.test(source)) expect(source).toBe(statement.text)
        for (const { start, end } of [...statement.reasons, ...statement.triggers, ...statement.detail]) {
          expect(start).toBeGreaterThanOrEqual(statement.start)
          expect(end).toBeLessThanOrEqual(statement.end)
          expect(start).toBeLessThanOrEqual(end)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a reason in a wrapped bullet points at the words in the source, across the line break', () => {
  const text = '• Kelly is settled. She says she\n  wants contact with her twins every week.'
  const statement = read(text, 'Kelly').statements[1]
  const reason = statement?.reasons[0]
  expect(statement?.voice).toBe('reported')
  expect(text.slice(reason?.start, reason?.end)).toBe('She says')
  const twins = statement?.triggers.find(({ start }) => text.slice(start).startsWith('twins'))
  expect(twins?.touches).toBeDefined()
})

test('lines, bullets, cells, wrapped lines and abbreviations are cut where a person would cut them', () => {
  expect(
    texts('Plan\n1. Dr. Khan to review meds, e.g. olanzapine. Weigh weekly.\n• Ring Stan\n  about the lift.'),
  ).toEqual(['Plan', 'Dr. Khan to review meds, e.g. olanzapine.', 'Weigh weekly.', 'Ring Stan about the lift.'])
  expect(texts('Need | Plan\n--- | ---\nSleep | Dim the light. No caffeine.')).toEqual([
    'Need | Plan',
    'Sleep',
    'Dim the light.',
    'No caffeine.',
  ])
  expect(texts('"I want my own door," he said. "And a cat."')).toEqual(['"I want my own door," he said. "And a cat."'])
  expect(texts('• Leon to eat. • Leon to sleep.')).toEqual(['Leon to eat.', 'Leon to sleep.'])
  expect(texts('')).toEqual([])
  expect(texts('\r\n \t\r\n')).toEqual([])
})

test('the column that says who speaks, and the heading above, decide whose “I” it is', () => {
  const table = read(
    'Need | Said by | Entry\nHome | Leon | I miss my own bed.\nHome | Mum | I want him to come to me.\nSleep | Nurse | I will dim the light.',
  )
  const spoken = table.statements.filter(({ text }) => text.startsWith('I ')).map(({ voice }) => voice)
  expect(spoken).toEqual(['first-person', 'someone-else', 'someone-else'])
  const headed = read(
    'Carer’s views\nI would like more notice of leave.\n\nWhat matters to me\nI would like more notice of leave.',
  )
  expect(headed.statements.filter(({ text }) => text.startsWith('I ')).map(({ voice }) => voice)).toEqual([
    'someone-else',
    'first-person',
  ])
})

test('in a letter from the consultant “I” is the consultant', () => {
  const letter = read(
    'Dear Leon,\n\nI was sorry to hear of the fall. I think we should wait.\n\nYours sincerely,\n\nDr A. Khan\nConsultant Psychiatrist',
  )
  expect(letter.statements.some(({ voice }) => voice === 'first-person')).toBe(false)
})

test('another patient’s name left in a plan is found, a friend of that name is not', () => {
  const batch = reader.readPlans([
    plan('Gerald to join unit groups.\nI get on with Gerald.\nVisit from his friend Gerald.', 'Maxine', 'M'),
    plan('Gerald to join unit groups.', 'Gerald', 'G'),
  ])
  expect(batch.plans[0]?.wrongNames.map(({ name, statement }) => [name, statement])).toEqual([['Gerald', 0]])
  expect(batch.plans[1]?.wrongNames).toEqual([])
})

test('“he” in a plan of a woman is found, “his” of her brother is not', () => {
  const slips = read(
    'Maxine is settled and she sleeps well.\nMaxine likes her room.\nMaxine to meet his keyworker.\nHer brother will bring his car.',
    'Maxine',
  )
  expect(slips.pronounSlips.map(({ pronoun, expected }) => [pronoun, expected])).toEqual([['his', 'she']])
})

test('a sentence in two people’s plans is templated and no longer individual; twice in one person’s plan is not', () => {
  const batch = reader.readPlans([
    plan('I miss the allotment on Heaton Road.\nI feed my tortoise Sheila.\nI feed my tortoise Sheila.', 'Leon', 'A'),
    plan('I miss the allotment on Heaton Road.', 'Eve', 'B'),
    plan('I feed my tortoise Sheila.', 'Leon', 'C'),
  ])
  const [first, second] = batch.plans[0]?.statements ?? []
  expect(first?.template).toBe(0)
  expect(first?.individualised).toBe('no')
  expect(second?.template).toBeNull()
  expect(second?.individualised).toBe('yes')
  expect(batch.templates).toHaveLength(1)
  expect(batch.templates[0]?.members).toEqual([
    { plan: 'A', statement: 0 },
    { plan: 'B', statement: 0 },
  ])
})

test('five individual first-person statements make a strong voice, one makes some, generic ones none', () => {
  const own = [
    'I miss my pigeons.',
    'My sister Pat has my keys.',
    'I want to fish at Seahouses.',
    'I hate the whistle of the kettle.',
    'I box at the Lonsdale club.',
  ]
  expect(read(own.join('\n')).summary.patientVoice).toBe('strong')
  expect(read(own.slice(0, 1).join('\n')).summary.patientVoice).toBe('some')
  expect(read('I will take my medication.\nI want to get better.').summary.patientVoice).toBe('none-or-generic')
  const { needsWithIntervention, needsNoneFound } = read('Monitor weight weekly.\nI miss my dog.').summary
  expect(needsWithIntervention).toEqual(['medical'])
  expect(needsNoneFound).toEqual(['social', 'psychological'])
})

test('a clinician’s wording in the first person is marked as such', () => {
  const put = reader.readStatement('I lack insight and I am non-compliant with medication.')
  expect([put.voice, put.ventriloquised, put.individualised]).toEqual(['first-person', true, 'no'])
  expect(reader.readStatement('I miss my dog Bess.').ventriloquised).toBe(false)
})

test('a trust’s own words are read, its version is stamped on the results, and a list that does not exist is refused', () => {
  const own = extendLexicon(baseLexicon, {
    version: 'trust-3',
    lists: { 'needs.social': ['men in sheds, quayside'], 'detail.generic': ['quayside'] },
  })
  const reading = createCarePlanReader(own)
  expect(reading.lexicon).toBe(`${baseLexicon.version}+trust-3`)
  expect(reading.readStatement('I will go to the Quayside.').needs).toEqual(['social'])
  expect(reader.readStatement('I will go to the Quayside.').individualised).toBe('yes')
  expect(reading.readStatement('I will go to the Quayside.').individualised).toBe('no')
  expect(() => extendLexicon(baseLexicon, { version: '1', lists: { 'needs.musical': ['x'] } })).toThrow(/not a list/)
  expect(() => extendLexicon(baseLexicon, { version: '', lists: {} })).toThrow(/is empty/)
})

test('a text of fifty thousand lines, and one line of thousands of words, are read whole', () => {
  const lines = Array.from({ length: 50_000 }, (_, i) => `- Line ${i}`).join('\n')
  expect(read(lines).statements).toHaveLength(50_000)
  expect(read('she says I '.repeat(17_000)).statements).toHaveLength(1)
  expect(read('| a '.repeat(20_000)).statements.length).toBeGreaterThan(19_000)
  expect(read('"a '.repeat(30_000)).statements).toHaveLength(1)
  expect(read('Well. '.repeat(20_000)).statements).toHaveLength(20_000)
  expect(read(`${'word '.repeat(20)}\n`.repeat(10_000)).statements).toHaveLength(1)
}, 60_000)

test('templates of many plans are found without comparing each with each', () => {
  const batch = reader.readPlans(inventedPlans(300, 3))
  expect(batch.plans).toHaveLength(300)
  expect(batch.templates.length).toBeGreaterThan(8)
  expect(batch.templates[0]?.members.length).toBeGreaterThan(1)
})
