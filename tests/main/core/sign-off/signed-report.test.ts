import { expect, test } from 'vitest'
import { buildReportDocument } from '../../../../src/main/core/report/report-document.ts'
import type { ReportInputs } from '../../../../src/main/core/report/report-data.ts'
import { judge, openCycle, signOff, type Cycle } from './cycle.ts'

/** All the words of the report that a sign-off froze, in order. */
async function readReport({ database, client }: Cycle, assessmentId: string, audience: 'board' | 'public' = 'board') {
  const { content } = await database
    .selectFrom('snapshot')
    .innerJoin('snapshot_content', 'snapshot_content.snapshot_id', 'snapshot.id')
    .select('content')
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirstOrThrow()
  const signed = await client.call('signoff.get', { assessmentId })
  if (!signed) throw new Error('it is not signed')
  const { inputs } = JSON.parse(content) as { inputs: ReportInputs }
  const { signOff: signature, errata } = signed
  const document = buildReportDocument({ ...inputs, audience, signOff: signature, errata })
  return JSON.stringify(document)
}

test('the cover says who signed it off, when, with which words, and why some is not assessed', async () => {
  const cycle = await openCycle()
  const { assessmentId } = await signOff(cycle.client)
  const report = await readReport(cycle, assessmentId)
  expect(report).toContain('Signed off 1 October 2026 by Ada Invented, Director of nursing')
  expect(report).toContain('agrees that it is a fair picture')
  expect(report).toContain('The community teams are looked at in the spring.')
  expect(report).not.toContain('Draft, not signed off')
  expect(report).not.toContain('What has changed since the last sign-off')
})

test('the public report names the signer by role alone', async () => {
  const cycle = await openCycle()
  const { assessmentId } = await signOff(cycle.client)
  const report = await readReport(cycle, assessmentId, 'public')
  expect(report).toContain('Signed off 1 October 2026 by Director of nursing')
  expect(report).not.toContain('Ada Invented')
})

test('errata are printed with their dates', async () => {
  const cycle = await openCycle()
  const { assessmentId } = await signOff(cycle.client)
  cycle.setDay('2026-11-11')
  await cycle.client.call('signoff.addErratum', { assessmentId, words: 'C4: 12 people, not 21.' })
  const report = await readReport(cycle, assessmentId)
  expect(report).toContain('11 November 2026, Tess Tester')
  expect(report).toContain('C4: 12 people, not 21.')
})

test('the next report tells what has changed, what got worse first, and what nobody has looked at again', async () => {
  const cycle = await openCycle()
  const { client } = cycle
  await judge(client, 'C1', 'acute-wards', { judgement: 'not-evidenced' })
  await judge(client, 'C2', 'acute-wards', { judgement: 'well-evidenced' })
  await judge(client, 'C3', 'acute-wards', { judgement: 'partly-evidenced' })
  await signOff(client)
  cycle.setDay('2026-12-01')
  await client.call('assessments.startNext', { from: '2026-10-01', to: '2027-03-31' })
  await judge(client, 'C1', 'acute-wards', { judgement: 'well-evidenced', narrative: 'Read back each month.' })
  await judge(client, 'C2', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'Not on nights. By day, yes.' })
  const { assessmentId } = await signOff(client)
  const report = await readReport(cycle, assessmentId)
  expect(report).toContain('Compared with April to September 2026, signed off on 1 October 2026 by Ada Invented')
  expect(report).toContain('not re-confirmed since: 1 finding of')
  expect(report).toContain('Carried forward from 1 October 2026, not re-confirmed')
  const changed = report.slice(report.indexOf('From, to'), report.indexOf('Findings: Provider'))
  expect(changed).toContain('"Not on nights."')
  expect(changed).not.toContain('By day')
  expect(changed.indexOf('Well evidenced, now partly evidenced')).toBeLessThan(
    changed.indexOf('Not evidenced, now well evidenced'),
  )
})
