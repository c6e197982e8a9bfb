import { describe, expect, it } from 'vitest'
import {
  checkEvidenceRow,
  evidenceColumns,
  evidenceCsvTemplate,
  evidenceRowKey,
  type EvidenceColumn,
  type KnownToRows,
} from '../../../src/shared/model/evidence-rows.ts'
import { CoreServiceId, WardId } from '../../../src/shared/model/ids.ts'

const acute = CoreServiceId.parse('acute-wards')
const crisis = CoreServiceId.parse('crisis-services')
const known: KnownToRows = {
  prompts: [
    { id: 'P1', level: 'provider' },
    { id: 'P3', level: 'provider' },
    { id: 'C1', level: 'core-service' },
  ],
  coreServices: [
    { id: acute, name: 'Acute wards for adults of working age', shortName: 'Acute and PICU' },
    { id: crisis, name: 'Mental health crisis services', shortName: 'Crisis' },
  ],
  wards: [
    { id: WardId.parse('w1'), name: 'Kestrel House', coreServiceId: acute },
    { id: WardId.parse('w2'), name: 'North team', coreServiceId: crisis },
    { id: WardId.parse('w3'), name: 'North team', coreServiceId: acute },
  ],
}
const good = { title: 'Ward survey', shows: 'Nine of 14 felt heard.', source_kind: 'people' }
const check = (cells: Partial<Record<EvidenceColumn, string>>) => checkEvidenceRow(7, { ...good, ...cells }, known)
const faultOf = (cells: Partial<Record<EvidenceColumn, string>>) =>
  check(cells).faults.map(({ row, column, problem, mend }) => `${row} ${column}: ${problem}. ${mend}`)

describe('a row of evidence', () => {
  it('needs only a title, what it shows and the kind of source', () => {
    expect(check({})).toEqual({
      row: 7,
      faults: [],
      values: {
        title: 'Ward survey',
        shows: 'Nine of 14 felt heard.',
        sourceKind: 'people',
        describesFrom: null,
        describesTo: null,
        whereKept: '',
        link: '',
        wardId: null,
        coreServiceId: null,
        saidBy: null,
        prompts: [],
        relation: 'supports',
        chime: [],
        note: '',
      },
    })
  })

  it('takes every column', () => {
    const { values } = check({
      title: 'Ward\nsurvey',
      source_kind: 'People’s experience',
      from: '1/9/2026',
      to: '2026-09-30',
      where_kept: 'Red folder',
      link: 'https://intranet.example/survey',
      ward: ' kestrel  house ',
      said_by: '14',
      prompts: 'C1@acute-wards; p3\nC1@Crisis',
      relation: 'Contradicts',
      chime: 'hope; Identity, hope',
      note: 'Ask again in May.',
    })
    expect(values).toEqual({
      title: 'Ward survey',
      shows: 'Nine of 14 felt heard.',
      sourceKind: 'people',
      describesFrom: '2026-09-01',
      describesTo: '2026-09-30',
      whereKept: 'Red folder',
      link: 'https://intranet.example/survey',
      wardId: 'w1',
      coreServiceId: 'acute-wards',
      saidBy: 14,
      prompts: [
        { promptId: 'C1', coreServiceId: 'acute-wards' },
        { promptId: 'P3', coreServiceId: null },
        { promptId: 'C1', coreServiceId: 'crisis-services' },
      ],
      relation: 'contradicts',
      chime: ['hope', 'identity'],
      note: 'Ask again in May.',
    })
  })

  it('keeps a formula as the words it is, and takes off the apostrophe that our own tables put before one', () => {
    expect(check({ title: '=HYPERLINK("http://x","y")', note: "'-5 people left" }).values).toMatchObject({
      title: '=HYPERLINK("http://x","y")',
      note: '-5 people left',
    })
  })

  it.each([
    [{ title: ' ' }, '7 title: is empty. Write it in.'],
    [{ shows: '' }, '7 shows: is empty. Write it in.'],
    [{ title: 'x'.repeat(301) }, '7 title: is longer than 300 characters. Shorten it, and keep the rest in a file.'],
    [{ source_kind: '' }, '7 source_kind: is empty. Use people, staff, partners, observation, processes or outcomes.'],
    [
      { source_kind: 'survey' },
      '7 source_kind: “survey” is not one of the words it may be. Use people, staff, partners, observation, processes or outcomes.',
    ],
    [
      { from: '13/31/2026' },
      '7 from: “13/31/2026” is no day of the calendar. Write the day first, then the month: 13/10/2026.',
    ],
    [
      { from: '31/02/2026' },
      '7 from: “31/02/2026” is no day of the calendar. Write the day first, then the month: 13/10/2026.',
    ],
    [{ to: '1/9/26' }, '7 to: “1/9/26” is not a date. Write it as 2026-10-13 or 13/10/2026.'],
    [
      { to: '46295' },
      '7 to: “46295” is not a date. It is a spreadsheet’s number for a day: format the column as a date, such as 13/10/2026, and save again.',
    ],
    [{ to: '0026-09-01' }, '7 to: “0026-09-01” is not a likely year. Write the year with its four digits.'],
    [
      { from: '2026-09-30', to: '2026-09-01' },
      '7 to: ends before it begins. Put the earlier date in “from” and the later in “to”.',
    ],
    [
      { ward: 'Osprey' },
      '7 ward: “Osprey” is no ward or team of this provider. Use Kestrel House, North team or North team, or leave it empty.',
    ],
    [
      { ward: 'North team' },
      '7 ward: “North team” is the name of 2 wards. Add the core service: North team@crisis-services or North team@acute-wards.',
    ],
    [
      { said_by: 'a dozen' },
      '7 said_by: “a dozen” is not a count of people. Write a whole number in digits, such as 12.',
    ],
    [{ said_by: '-3' }, '7 said_by: “-3” is not a count of people. Write a whole number in digits, such as 12.'],
    [{ prompts: 'C9' }, '7 prompts: “C9” is no prompt of this checklist. Use P1, P3 or C1.'],
    [
      { prompts: 'C1' },
      '7 prompts: C1 is asked of each core service, and none is named. Write C1@acute-wards or C1@crisis-services.',
    ],
    [
      { prompts: 'C1@forensic-wards' },
      '7 prompts: “forensic-wards” is no core service of this assessment. Write C1@acute-wards or C1@crisis-services.',
    ],
    [{ prompts: 'P3@acute-wards' }, '7 prompts: P3 is asked of the provider, not of a core service. Write P3 alone.'],
    [
      { relation: 'maybe' },
      '7 relation: “maybe” is not one of the words it may be. Use supports, contradicts or context.',
    ],
    [
      { chime: 'joy' },
      '7 chime: “joy” is not one of the words it may be. Use connectedness, hope, identity, meaning or empowerment.',
    ],
  ])('says what is wrong with %j and how to mend it', (cells, fault) => {
    expect(faultOf(cells)).toEqual([fault])
  })

  it('tells one ward from another of the same name by its core service', () => {
    expect(check({ ward: 'North team@acute' }).values).toMatchObject({ wardId: 'w3', coreServiceId: 'acute-wards' })
  })

  it('names every fault of a row at once', () => {
    const faults = check({ title: '', from: 'soon', prompts: 'X1; C1', chime: 'joy; fun' }).faults
    expect(faults.map((fault) => fault.column)).toEqual(['title', 'from', 'prompts', 'prompts', 'chime', 'chime'])
  })
})

describe('a row that was brought in before', () => {
  const keyOf = (cells: Partial<Record<EvidenceColumn, string>>) => {
    const { values } = check(cells)
    return values && evidenceRowKey(values)
  }

  it('is known again however its lists and dates are written', () => {
    const key = keyOf({ prompts: 'P1; P3', chime: 'hope; identity', from: '2026-09-01', relation: 'supports' })
    expect(keyOf({ prompts: 'P3,P1', chime: 'Identity;hope', from: '1/9/2026' })).toBe(key)
  })

  it('is another when any column differs', () => {
    const others = [
      { note: 'x' },
      { prompts: 'P1' },
      { said_by: '0' },
      { ward: 'Kestrel House' },
      { relation: 'context' },
    ]
    const keys = [{}, ...others].map(keyOf)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the template', () => {
  it('names every column, and holds two examples', () => {
    const lines = evidenceCsvTemplate().trimEnd().split('\r\n')
    expect(lines[0]).toBe(evidenceColumns.join(','))
    expect(lines).toHaveLength(3)
  })
})
