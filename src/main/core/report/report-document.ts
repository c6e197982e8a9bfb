import { formatDate } from '../../../shared/drawing/date-words.ts'
import { dateOf } from '../../../shared/model/dates.ts'
import type { PdfDocument } from './pdf/document.ts'
import type { ReportData } from './report-data.ts'
import { actionList } from './sections/actions.ts'
import { changeSinceSignOff } from './sections/change.ts'
import { cover } from './sections/cover.ts'
import { crosswalk } from './sections/crosswalk.ts'
import { evidenceIndex } from './sections/evidence-index.ts'
import { findingsByScope } from './sections/findings.ts'
import { keyQuestionView } from './sections/key-questions.ts'
import { method } from './sections/method.ts'
import { regulationView } from './sections/regulations.ts'
import { summary } from './sections/summary.ts'
import { standingCaveat, viewReport } from './wording.ts'

const ink = '#1a252b'
const secondaryInk = '#46545d'
const brand = '#0f4c59'

/** Makes the report's document of its data: the same data, the same document. */
export function buildReportDocument(data: ReportData): PdfDocument {
  const view = viewReport(data)
  const { provider, assessment, audience, asAt } = view
  const status =
    view.signOff === null ? 'Draft, not signed off' : `Signed off ${formatDate(dateOf(view.signOff.signedAt))}`
  return {
    title: `${provider.name}: recovery evidence, ${assessment.title}`,
    language: 'en-GB',
    subject: `Self-assessment as at ${formatDate(asAt)}, ${status.toLowerCase()}`,
    author: provider.name,
    createdAt: data.changedAt,
    fileId: [assessment.id, audience, asAt, data.trail.hash, ...data.errata.map(({ id }) => id)].join(' '),
    base: { size: 10, colour: ink, lineHeight: 1.2 },
    looks: {
      heading1: { size: 20, bold: true, margin: [0, 4, 0, 8] },
      heading2: { size: 13, bold: true, margin: [0, 14, 0, 4] },
      kicker: { size: 12, bold: true, colour: brand, margin: [0, 110, 0, 8] },
      title: { size: 28, bold: true, margin: [0, 0, 0, 8] },
      subtitle: { size: 14, margin: [0, 0, 0, 14] },
      sample: { size: 11, bold: true, colour: brand, margin: [0, 0, 0, 14] },
      lead: { size: 11.5, margin: [0, 0, 0, 8] },
      narrative: { margin: [0, 6, 0, 6] },
      hint: { size: 9, colour: secondaryInk, margin: [0, 0, 0, 6] },
    },
    header: {
      left: `${provider.name}${provider.sample ? ' (sample, invented)' : ''}   Recovery evidence, ${assessment.title}`,
      right: status,
      notOnFirst: true,
    },
    footer: { left: standingCaveat, right: { page: true } },
    content: [
      ...cover(view),
      ...summary(view),
      ...changeSinceSignOff(view),
      ...findingsByScope(view),
      ...keyQuestionView(view),
      ...regulationView(view),
      ...actionList(view),
      ...evidenceIndex(view),
      ...crosswalk(view),
      ...method(view),
    ],
  }
}
