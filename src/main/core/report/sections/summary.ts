import { countOf, judgementWords, peopleVerdictWords } from '../../../../shared/drawing/words.ts'
import { decidePeopleVerdict, peopleAsked, peopleVerdicts } from '../../../../shared/model/people-view.ts'
import { judgements } from '../../../../shared/model/vocabulary.ts'
import { drawCoverage, drawGaps } from '../drawings.tsx'
import { heading, numberedList, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import type { ReportFinding } from '../report-data.ts'
import { namePrompt, openActionsInWords, peopleInReport, type ReportView } from '../wording.ts'

/** Where the provider stands: totals of both views, the matrix, three things to know, what falls short, gaps. */
export function summary(view: ReportView): Block[] {
  const { findings, items, scopes, thingsToKnow } = view
  const services = scopes.filter(({ kind }) => kind === 'core-service').length
  return [
    pageBreak(),
    heading(1, 'Summary'),
    paragraph(
      `Where the provider stands by its own judgement: ${countOf(findings.length, 'finding')} on ${view.pack.prompts.length} prompts, for the provider and ${countOf(services, 'core service')}, from ${countOf(items.length, 'linked item')} of evidence.`,
      { look: 'lead' },
    ),
    heading(2, 'Coverage'),
    paragraph(
      'Left, what staff say, with the number of items of evidence. Right, what most people say, worked out from their answers. The darker the cell, the more there is to do. The letter is the gap that weighs most.',
      { look: 'hint' },
    ),
    ...drawCoverage(view),
    heading(2, 'Three things to know'),
    thingsToKnow.length === 0
      ? paragraph('Nothing stands out. The matrix has the rest.')
      : numberedList(thingsToKnow.map(({ text }) => text)),
    heading(2, 'Both views, counted'),
    ...totals(view),
    heading(2, 'Not evidenced, or evidence says otherwise'),
    ...shortfalls(view),
    heading(2, 'Gaps'),
    paragraph(
      `Worked out from the evidence log, never set by hand. ${countOf(findings.filter(({ gaps }) => gaps.length > 0).length, 'finding')} of ${findings.length} have at least one.`,
      { look: 'hint' },
    ),
    drawGaps(view),
  ]
}

/** What staff say and what people say, counted in findings, each in one line. */
function totals({ findings }: ReportView): Block[] {
  const answered = findings.filter(({ peopleView }) => peopleAsked(peopleView) > 0).length
  const counted = (caption: string, names: readonly string[], counts: readonly number[]) =>
    table({
      caption,
      columns: names.map(() => ({ width: '*' as const })),
      head: [names],
      lines: 'rows',
      keepRows: true,
      body: [counts.map(String)],
      look: { margin: [0, 0, 0, 6] },
    })
  return [
    counted(
      'Staff say, in findings',
      judgements.map((judgement) => judgementWords[judgement]),
      judgements.map((judgement) => findings.filter((finding) => finding.judgement === judgement).length),
    ),
    counted(
      `People say, in findings; they were asked on ${answered} of ${findings.length}`,
      peopleVerdicts.map((verdict) => peopleVerdictWords[verdict]),
      peopleVerdicts.map(
        (verdict) => findings.filter(({ peopleView }) => decidePeopleVerdict(peopleView) === verdict).length,
      ),
    ),
  ]
}

const isShortfall = ({ judgement, gaps }: ReportFinding) =>
  judgement === 'not-evidenced' || judgement === 'evidence-against' || gaps.includes('J') || gaps.includes('X')

/** Every finding that is not evidenced, contradicted, or judged well with nothing linked, with its action or "None". */
function shortfalls(view: ReportView): Block[] {
  const rows = view.findings.filter(isShortfall)
  if (rows.length === 0) return [paragraph('There is no such finding.')]
  return [
    table({
      columns: [{ width: '*' }, { width: 110 }, { width: 120 }, { width: 145 }],
      head: [['Finding', 'Staff say', 'People say', 'What is being done']],
      lines: 'rows',
      keepRows: true,
      headerColumns: 1,
      body: rows.map((finding) => [
        `${namePrompt(view.promptOf(finding.promptId))}, ${view.scopeName(finding.scopeId)}`,
        staffInWords(finding),
        peopleInReport(finding.peopleView, view.redaction),
        openActionsInWords(finding, view.redaction),
      ]),
    }),
  ]
}

function staffInWords({ judgement, gaps }: ReportFinding) {
  const also = [gaps.includes('J') ? 'no evidence' : null, gaps.includes('X') ? 'contradicted' : null].filter(
    (words) => words !== null,
  )
  return also.length === 0 ? judgementWords[judgement] : `${judgementWords[judgement]}, ${also.join(', ')}`
}
