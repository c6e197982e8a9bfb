import { expect, test } from 'vitest'
import { buildReportDocument } from '../../../../src/main/core/report/report-document.ts'
import type { ReportInputs } from '../../../../src/main/core/report/report-data.ts'
import { judge, openCycle, signOff, type Cycle } from '../sign-off/cycle.ts'

const asks = '  Note what people said.\n\nAgree a date by which everyone is asked.  '

async function sayToTheBoard({ client }: Cycle) {
  const { assessment } = await client.call('assessments.current', {})
  const { id, version } = assessment
  return client.call('assessments.update', {
    id,
    expectedVersion: version,
    changes: { executiveLead: 'Chief Nurse', boardAsks: asks },
  })
}

/** The inputs of the report that a sign-off froze. */
async function signedInputs(cycle: Cycle): Promise<ReportInputs> {
  await signOff(cycle.client)
  const { content } = await cycle.database.selectFrom('snapshot_content').select('content').executeTakeFirstOrThrow()
  return (JSON.parse(content) as { inputs: ReportInputs }).inputs
}

const write = (inputs: ReportInputs, audience: ReportInputs['audience'] = 'board') =>
  JSON.stringify(buildReportDocument({ ...inputs, audience, signOff: null, errata: [] }))

test('the board reads first who leads, by role, and what it is asked to do, one thing a line', async () => {
  const cycle = await openCycle()
  await sayToTheBoard(cycle)
  const report = write(await signedInputs(cycle))
  expect(report).toContain('Chief Nurse')
  expect(report).toContain(
    '"ordered":true,"items":["Note what people said.","Agree a date by which everyone is asked."]',
  )
})

test.each(['public', 'visit'] as const)('the %s is asked nothing', async (audience) => {
  const cycle = await openCycle()
  await sayToTheBoard(cycle)
  const report = write(await signedInputs(cycle), audience)
  expect(report).not.toContain('The board is asked to')
  expect(report).not.toContain('Note what people said')
})

test('a sign-off from before these words were asked for still makes its report', async () => {
  const cycle = await openCycle()
  const inputs = await signedInputs(cycle)
  const { executiveLead: _lead, boardAsks: _asks, ...older } = inputs.assessment
  const report = write({ ...inputs, assessment: older as ReportInputs['assessment'] })
  expect(report).toContain('Board summary')
  expect(report).not.toContain('The board is asked to')
})

test('the next cycle keeps who leads, and asks the board anew', async () => {
  const cycle = await openCycle()
  await sayToTheBoard(cycle)
  await signOff(cycle.client)
  cycle.setDay('2026-12-01')
  const next = await cycle.client.call('assessments.startNext', { from: '2026-10-01', to: '2027-03-31' })
  expect([next.executiveLead, next.boardAsks]).toEqual(['Chief Nurse', ''])
})

test('where people say less than staff is told, with how many were asked and no small count', async () => {
  const cycle = await openCycle()
  const { id, version } = await judge(cycle.client, 'C2', 'acute-wards', { judgement: 'well-evidenced' })
  await cycle.client.call('findings.recordPeopleView', {
    id,
    expectedVersion: version,
    peopleView: {
      yes: 1,
      inPart: 2,
      no: 9,
      who: 'People on the ward',
      how: 'Community meeting',
      from: '2026-09-01',
      to: '2026-09-01',
      words: 'Nobody knocks.',
    },
  })
  const inputs = await signedInputs(cycle)
  expect(write(inputs)).toContain('People say less in 1 of the 1 finding they were asked about.')
  expect(write(inputs)).toContain('"Most say no (12 asked)","Nobody knocks."')
  expect(write(inputs, 'public')).not.toContain('Nobody knocks.')
})

test('findings stand under the headings that inspectors report under, and those that do not apply under none', async () => {
  const cycle = await openCycle()
  await judge(cycle.client, 'P6', 'provider', { judgement: 'not-applicable', reason: 'No adults of working age.' })
  const document = buildReportDocument({ ...(await signedInputs(cycle)), signOff: null, errata: [] })
  const from = document.content.findIndex(
    (block) => block.kind === 'heading' && block.text === 'Findings by key question',
  )
  const to = document.content.findIndex(
    (block) => block.kind === 'heading' && block.text === 'Prompts that touch a regulation or the Code',
  )
  const section = document.content.slice(from, to)
  const headings = section.flatMap((block) =>
    block.kind === 'heading' ? [`${block.level} ${String(block.text)}`] : [],
  )
  expect(headings).toEqual(expect.arrayContaining(['2 Effective', '2 Caring', '2 Responsive', '2 Well-led']))
  expect(headings).not.toContain('2 Safe')
  expect(headings.filter((words) => words.startsWith('3 ')).length).toBeGreaterThan(5)
  const words = JSON.stringify(section)
  expect(words).toContain('(C4), ')
  expect(words).not.toContain('(P6), ')
})
