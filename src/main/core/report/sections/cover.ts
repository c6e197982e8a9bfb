import { formatDate, formatPeriod } from '../../../../shared/drawing/date-words.ts'
import { audienceWords } from '../../../../shared/model/report-redaction.ts'
import { contents, group, heading, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import { caveatOf, standingCaveat, type ReportView } from '../wording.ts'

/** The cover: whose report, of which period, how far it has come, and what it is not; then the contents. */
export function cover(view: ReportView): Block[] {
  const { provider, assessment, pack, asAt, audience } = view
  const status =
    assessment.status === 'draft'
      ? 'Draft, not signed off'
      : `Signed off ${formatDate((assessment.signedOffAt ?? asAt).slice(0, 10))}`
  return [
    paragraph('Recovery evidence', { look: 'kicker' }),
    paragraph(provider.name, { role: 'title', look: 'title' }),
    paragraph(`Self-assessment of recovery orientated practice, ${assessment.title}`, { look: 'subtitle' }),
    ...(provider.sample
      ? [paragraph('Sample: this provider, its wards and everything in this report are invented.', { look: 'sample' })]
      : []),
    table({
      columns: [{ width: 130 }, { width: '*' }],
      head: [['About this report', 'What it says']],
      headerColumns: 1,
      lines: 'rows',
      body: [
        ['Status', status],
        ['Period', formatPeriod(assessment.from, assessment.to)],
        ['Picture as at', formatDate(asAt)],
        ['For', audienceWords[audience]],
        ['Checklist', `${pack.title}, ${pack.version}, ${pack.issued}`],
        ['Last change', `${formatDate(view.changedAt.slice(0, 10))}, ${view.changedAt.slice(11, 16)} UTC`],
      ],
    }),
    group(
      'panel',
      [
        paragraph([{ text: 'What this is, and is not. ', bold: true }, caveatOf(pack, asAt)]),
        paragraph(standingCaveat),
        paragraph(
          '“Well evidenced” means that the evidence was judged enough by the provider; it says nothing about a regulation. What people say stands beside the staff’s view and is never averaged into it.',
        ),
      ],
      {
        edge: '#0f4c59',
        fill: '#f1f4f4',
        margin: [0, 18, 0, 18],
      },
    ),
    pageBreak(),
    heading(1, 'Contents', { unlisted: true }),
    contents([1]),
  ]
}
