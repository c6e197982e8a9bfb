import { formatDate, formatPeriod } from '../../../../shared/drawing/date-words.ts'
import { packLine } from '../../../../shared/drawing/pack-words.ts'
import { audienceWords } from '../../../../shared/model/report-redaction.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import { contents, group, heading, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import { signerInWords } from './change.ts'
import { standingCaveat, type ReportView } from '../wording.ts'

/** The cover: whose report, of which period, how far it has come, and what it is not; then the contents. */
export function cover(view: ReportView): Block[] {
  const { provider, assessment, pack, asAt, audience } = view
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
      keepRows: true,
      body: [
        ...signOffRows(view),
        ['Period', formatPeriod(assessment.from, assessment.to)],
        ['Picture as at', formatDate(asAt)],
        ['For', audienceWords[audience]],
        ['Checklist', `${pack.title}, ${pack.version}, ${pack.issued}`],
        ['Last change', `${formatDate(view.changedAt.slice(0, 10))}, ${view.changedAt.slice(11, 16)} UTC`],
      ],
    }),
    ...errataOf(view),
    group(
      'panel',
      [
        paragraph([{ text: 'What this is, and is not. ', bold: true }, packLine(pack, asAt)]),
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

/** Whether it is signed, by whom, and what they said of it. */
function signOffRows(view: ReportView): [string, string][] {
  const { signOff } = view
  if (signOff === null) return [['Status', 'Draft, not signed off']]
  const signed = `Signed off ${formatDate(dateOf(signOff.signedAt))} by ${signerInWords(view, signOff)}`
  return [
    ['Status', signed],
    ['They say', signOff.statement],
    ...(signOff.unassessedReason === ''
      ? []
      : [['Not assessed, and why', signOff.unassessedReason] satisfies [string, string]]),
  ]
}

/** Corrections since the sign-off, with their dates: what follows stays as it was signed. */
function errataOf({ errata, redaction }: ReportView): Block[] {
  if (errata.length === 0) return []
  return [
    table({
      caption: 'Errata. The pages of this report stay as they were signed; these corrections belong to them.',
      columns: [{ width: 130 }, { width: '*' }],
      head: [['Added', 'Correction']],
      headerColumns: 1,
      lines: 'rows',
      keepRows: true,
      body: errata.map(({ addedAt, addedBy, words }) => [
        `${formatDate(dateOf(addedAt))}${redaction.owners ? '' : `, ${addedBy}`}`,
        words,
      ]),
      look: { margin: [0, 18, 0, 0] },
    }),
  ]
}
