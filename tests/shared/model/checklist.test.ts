import { CarePlanCriteria, criteriaSetOf } from '../../../src/shared/model/care-plan-criteria.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checklistSchemaText, criteriaSchemaText } from '../../../build/checklist-schema.ts'
import { parseChecklistPack, type ChecklistPack } from '../../../src/shared/model/checklist.ts'
import { findJsonFault } from '../../../src/shared/model/json-fault.ts'
import { z } from '../../../src/shared/model/schema.ts'

const folder = new URL('../../../checklists/', import.meta.url)
const shipped = readFileSync(new URL('bg046-recovery-orientated-practice.json', folder), 'utf8')

function readOrThrow(text: string): ChecklistPack {
  const read = parseChecklistPack(text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.pack
}

function faultsOf(text: string) {
  const read = parseChecklistPack(text)
  return read.ok ? [] : read.faults
}

/** The shipped pack with one thing changed. */
function changed(change: (pack: { prompts: Record<string, unknown>[]; [key: string]: unknown }) => void): string {
  const pack = JSON.parse(shipped)
  change(pack)
  return JSON.stringify(pack)
}

const bg046 = readOrThrow(shipped)
const prompt = (id: string) => bg046.prompts.find((each) => each.id === id)

describe('The BG046 pack is faithful to its source', () => {
  test('it has six prompts for the provider and ten for each core service, in the order of the guide', () => {
    expect(bg046.prompts.map(({ id }) => id)).toEqual('P1 P2 P3 P4 P5 P6 C1 C2 C3 C4 C5 C6 C7 C8 C9 C10'.split(' '))
    for (const { id, level, source } of bg046.prompts) {
      expect(level).toBe(id.startsWith('P') ? 'provider' : 'core-service')
      expect(source.position).toBe(Number(id.slice(1)))
      expect(source.document).toContain('BG046')
    }
  })

  test('each prompt asks what the guide asks there', () => {
    const asks: Record<string, RegExp> = {
      P1: /strateg.*choice and control/i,
      P2: /human rights/i,
      P3: /peer support.*roles/i,
      P4: /college.*manage/i,
      P5: /information systems.*community/i,
      P6: /employment/i,
      C1: /first-person.*medical, social and psychological/i,
      C2: /relationships.*attitudes/i,
      C3: /optimis.*least restrictive.*co-production/i,
      C4: /warm.*safe/i,
      C5: /rights.*advoca.*legal/i,
      C6: /activities.*community.*discharge/i,
      C7: /flexible.*least restrictive.*blanket restriction/i,
      C8: /carers and family/i,
      C9: /multidisciplinary.*discharge.*social, medical and psychological/i,
      C10: /NICE.*experience/i,
    }
    for (const { id, text } of bg046.prompts) expect(text).toMatch(asks[id] ?? /^$/)
  })

  test('people must have been asked where the guide says to ask them, and nowhere else by our choice', () => {
    expect(
      bg046.prompts.filter(({ requires }) => requires.length > 0).map(({ id, requires }) => [id, requires]),
    ).toEqual([
      ['C2', ['people']],
      ['C4', ['people']],
    ])
  })

  test('no misprint of the guide is carried over', () => {
    expect(shipped).not.toMatch(/collage|insitu|appropriate hope/i)
  })

  test('the key questions are those of the guide, without Safe, and every heading is marked as our choice', () => {
    const reported = bg046.prompts.flatMap(({ keyQuestions }) => keyQuestions)
    expect(new Set(reported.map(({ keyQuestion }) => keyQuestion))).toEqual(
      new Set(['effective', 'caring', 'responsive', 'well-led']),
    )
    expect(reported.every(({ editorial }) => editorial)).toBe(true)
  })

  test('the regulations are those the guide links to', () => {
    expect(new Set(bg046.prompts.flatMap(({ regulations }) => regulations))).toEqual(
      new Set(['regulation-9', 'regulation-10', 'mha-code']),
    )
    expect(prompt('C2')?.regulations).toEqual(['regulation-10'])
    expect(prompt('C5')?.regulations).toContain('mha-code')
    expect(prompt('C7')?.regulations).toContain('mha-code')
  })

  test('the only address is the one that the guide prints', () => {
    const references = [...bg046.prompts.flatMap((each) => each.references), ...bg046.links]
    const addresses = references.flatMap(({ url }) => (url === undefined ? [] : [url]))
    expect(new Set(addresses)).toEqual(new Set(['https://www.nice.org.uk/guidance/qs14']))
    expect(prompt('C10')?.references).toHaveLength(1)
    expect(prompt('C7')?.references[0]?.title).toMatch(/blanket restrictions/)
    expect(prompt('C8')?.references[0]?.title).toMatch(/carers/)
  })

  test('what the guide is not, its review date and its licence are said', () => {
    expect(bg046.caveat).toMatch(/inspectors.*not guidance to providers.*not an indicator of assessment/i)
    expect(bg046.reviewDue).toBe('2020-07')
    expect(bg046.links.some(({ title }) => /Open Government Licence/.test(title))).toBe(true)
    expect(bg046.links.some(({ title }) => /every other suggestion is ours/.test(title))).toBe(true)
    expect(bg046.intelligence.some(({ title }) => /community mental health survey.*three years/i.test(title))).toBe(
      true,
    )
  })

  test('what to look at says whether to read, ask or watch; evidence is stale after a year', () => {
    for (const { lookAt, windowMonths } of bg046.prompts) {
      expect(windowMonths).toBe(12)
      expect(lookAt.length).toBeGreaterThan(0)
      for (const line of lookAt) expect(line).toMatch(/^(?:read|ask|watch): \S/)
    }
  })

  test('every prompt has a place or "no home" in both successor frameworks, with how sure and by whom', () => {
    for (const { crosswalk } of bg046.prompts)
      for (const framework of ['cqc-quality-statements', 'cqc-draft-kloe-2026']) {
        const rows = crosswalk.filter((row) => row.framework === framework)
        expect(rows.length).toBeGreaterThan(0)
        expect(rows.every(({ confidence, source }) => confidence !== '' && source !== '')).toBe(true)
      }
    expect(prompt('C6')?.crosswalk.find(({ framework }) => framework === 'cqc-draft-kloe-2026')).toMatchObject({
      statement: null,
      confidence: 'no home',
    })
  })
})

describe('A bad pack is refused with its place, what is wrong and the mend', () => {
  test('a missing comma has its line and column', () => {
    expect(faultsOf('{\n  "id": "a"\n  "title": "b"\n}')).toEqual([
      expect.objectContaining({ path: 'line 3, column 3', problem: 'this is not JSON' }),
    ])
  })

  test('a file that was cut off is faulted at its end, an empty one at its beginning', () => {
    const cut = shipped.slice(0, 5_000)
    const lines = cut.split('\n')
    expect(faultsOf(cut)[0]?.path).toBe(`line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`)
    expect(faultsOf('')[0]?.path).toBe('line 1, column 1')
    expect(faultsOf('checklist')[0]?.path).toBe('line 1, column 1')
  })

  test('a byte order mark is no fault', () => {
    expect(parseChecklistPack(`\ufeff${shipped}`).ok).toBe(true)
    expect(faultsOf('\ufeff[1 2]')[0]?.path).toBe('line 1, column 4')
  })

  test('an unknown key question is named, with those there are', () => {
    const faults = faultsOf(
      changed(({ prompts }) => {
        prompts[0] = { ...prompts[0], keyQuestions: [{ keyQuestion: 'kind', heading: 'x', editorial: true }] }
      }),
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]?.path).toBe('$.prompts[0].keyQuestions[0].keyQuestion')
    expect(faults[0]?.mend).toContain('effective, caring, responsive')
  })

  test('a field left out is asked for, and a wrong kind of value is told apart from it', () => {
    const without = faultsOf(changed(({ prompts }) => void delete prompts[3]?.text))
    expect(without).toEqual([
      expect.objectContaining({ path: '$.prompts[3].text', mend: 'Add it: it must be a string.' }),
    ])
    const wrong = faultsOf(changed(({ prompts }) => void (prompts[3] = { ...prompts[3], text: 7 })))
    expect(wrong).toEqual([expect.objectContaining({ path: '$.prompts[3].text', mend: 'Write a string here.' })])
  })

  test('a level, a regulation, a window and a date that there are not', () => {
    const place = (change: Record<string, unknown>) =>
      faultsOf(changed(({ prompts }) => void (prompts[0] = { ...prompts[0], ...change }))).map(({ path }) => path)
    expect(place({ level: 'ward' })).toEqual(['$.prompts[0].level'])
    expect(place({ regulations: ['regulation-99'] })).toEqual(['$.prompts[0].regulations[0]'])
    expect(place({ windowMonths: 0 })).toEqual(['$.prompts[0].windowMonths'])
    expect(place({ windowMonths: 1.5 })).toEqual(['$.prompts[0].windowMonths'])
    expect(place({ id: 'C 1' })).toEqual(['$.prompts[0].id'])
    expect(place({ references: [{ title: 'x', url: 'javascript:alert(1)' }] })).toEqual([
      '$.prompts[0].references[0].url',
    ])
    expect(faultsOf(changed((pack) => void (pack.reviewDue = 'soon')))[0]?.mend).toContain('2020-07')
  })

  test('an id given twice, in whatever case, is named with the prompt that has it', () => {
    const faults = faultsOf(changed(({ prompts }) => void (prompts[6] = { ...prompts[6], id: 'p1' })))
    expect(faults).toEqual([
      expect.objectContaining({ path: '$.prompts[6].id', problem: '“p1” is the id of prompt 1 too' }),
    ])
  })

  test('a field that the format does not know is refused, though it be called __proto__ or constructor', () => {
    for (const name of ['note', '__proto__', 'constructor', 'toString']) {
      const text = shipped.replace('{', `{ "${name}": { "polluted": true },`)
      expect(JSON.stringify(faultsOf(text))).toContain(name)
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('values that are no pack at all', () => {
    for (const text of ['null', '[]', '"pack"', '7', '{}', '{"prompts":[]}', '{"prompts":{"length":500}}'])
      expect(faultsOf(text).length).toBeGreaterThan(0)
  })

  test('a pack too large, too deep or with too many faults ends soon', () => {
    expect(faultsOf(' '.repeat(5_000_001))[0]?.problem).toContain('larger than 5 MB')
    const deep = '['.repeat(1_000_000)
    expect(faultsOf(deep)[0]?.path).toBe('line 1, column 1000001')
    expect(faultsOf(`${deep}${']'.repeat(1_000_000)}`).length).toBeGreaterThan(0)
    const many = faultsOf(changed((pack) => void (pack.prompts = Array.from({ length: 500 }, () => ({})))))
    expect(many.length).toBeGreaterThan(0)
    expect(many.length).toBeLessThanOrEqual(50)
    expect(
      faultsOf(changed((pack) => void (pack.prompts = Array.from({ length: 501 }, () => pack.prompts[0] ?? {}))))
        .length,
    ).toBe(1)
  })
})

test('The place of a JSON fault agrees with what the engine takes and refuses', () => {
  const sound = [
    '0',
    '-1.5e+3',
    '"a\\u00e9\\n"',
    '[]',
    '{}',
    '[1, {"a": [true, false, null]}]',
    ' { "a" : "b" } \r\n',
    '"\u007f"',
  ]
  for (const text of sound) {
    expect(findJsonFault(text)).toBeUndefined()
    expect(() => JSON.parse(text)).not.toThrow()
  }
  const unsound = [
    '01',
    '1.',
    '-',
    '"a',
    '"\\x"',
    '"\n"',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '[1]]',
    '{"a"}',
    'nul',
    '"\\u12g4"',
    '1 2',
  ]
  for (const text of unsound) {
    expect(findJsonFault(text)).toBeDefined()
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  }
})

test('The committed JSON Schema is the one that the format makes', () => {
  expect(readFileSync(new URL('checklist-pack.schema.json', folder), 'utf8')).toBe(checklistSchemaText())
})

test('Schemas are read without making code, which the page forbids', () => {
  expect(z.config().jitless).toBe(true)
})

test('A prompt of the bare format gets its short name, heading and window from what is there', () => {
  const bare = changed(({ prompts }) => {
    const { short: _short, title: _title, windowMonths: _window, ...rest } = prompts[0] ?? {}
    prompts[0] = { ...rest, references: ['A paper'], text: 'Is there a garden?' }
  })
  expect(readOrThrow(bare).prompts[0]).toMatchObject({
    short: 'Is there a garden?',
    title: 'Is there a garden?',
    windowMonths: 12,
    references: [{ title: 'A paper' }],
  })
})

test('the JSON Schema beside the care-plan criteria is the one that the format gives, and the criteria keep to it', () => {
  const criteria = new URL('care-plan-audit/', folder)
  const committed: unknown = JSON.parse(readFileSync(new URL('criteria.schema.json', criteria), 'utf8'))
  expect(committed).toEqual(JSON.parse(criteriaSchemaText()))
  const file = CarePlanCriteria.parse(JSON.parse(readFileSync(new URL('criteria.json', criteria), 'utf8')))
  expect(file.criteria).toHaveLength(14)
  expect(file.criteria.filter(({ core }) => core)).toHaveLength(5)
  expect(['2026-01-31', '2026-02-28', '2026-10-01'].map(criteriaSetOf)).toEqual(['all', 'core', 'all'])
})
