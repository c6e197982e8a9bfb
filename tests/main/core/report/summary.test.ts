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
