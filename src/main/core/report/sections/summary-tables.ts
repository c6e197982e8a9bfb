import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { changeWords, countOf, judgementWords } from '../../../../shared/drawing/words.ts'
import type { ComparedFinding } from '../../../../shared/model/comparison.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import { decidePeopleVerdict, peopleAsked } from '../../../../shared/model/people-view.ts'
import { drawGaps, drawStep } from '../drawings.tsx'
import { heading, numberedList, pageBreak, paragraph, table, type Block, type Cell } from '../pdf/document.ts'
import type { ReportFinding } from '../report-data.ts'
import { namePrompt, openActionsInWords, peopleInShort, type ReportView } from '../wording.ts'
import { dueInWords } from './actions.ts'

/** How many open actions the summary lists; the rest are in the list of actions. */
const mostActions = 5

/** Nine points, the least that the report is set in: two pages hold what a board reads first. */
const compact = { size: 9 }

/** The second page of the summary: what falls short, what has changed, where the views part, gaps, and what is being done. */
export function summaryInTables(view: ReportView): Block[] {
  return [
    pageBreak(),
    heading(2, 'Three things to know'),
    view.thingsToKnow.length === 0
      ? paragraph('Nothing stands out. The matrix has the rest.')
      : numberedList(view.thingsToKnow.map(({ text }) => text)),
    heading(2, 'Not evidenced, or evidence says otherwise'),
    ...shortfalls(view),
    ...changes(view),
    ...differences(view),
    heading(2, 'Gaps'),
    paragraph(
      `Worked out from the evidence log, never set by hand. ${countOf(view.findings.filter(({ gaps }) => gaps.length > 0).length, 'finding')} of ${view.findings.length} have at least one.`,
      { look: 'hint' },
    ),
    drawGaps(view),
    ...actions(view),
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
      columns: [{ width: '*' }, { width: 88 }, { width: 76 }, { width: 165 }],
      look: compact,
      head: [['Finding', 'Staff say', 'People say', 'What is being done']],
      lines: 'rows',
      keepRows: true,
      headerColumns: 1,
      body: rows.map((finding) => [
        nameFinding(view, finding),
        staffInWords(finding),
        peopleInShort(finding.peopleView, view.redaction),
        openActionsInWords(finding, view.redaction),
      ]),
    }),
  ]
}

const nameFinding = (view: ReportView, { promptId, scopeId }: Pick<ReportFinding, 'promptId' | 'scopeId'>) =>
  `${namePrompt(view.promptOf(promptId))}, ${view.scopeName(scopeId)}`

function staffInWords({ judgement, gaps }: ReportFinding) {
  const also = [gaps.includes('J') ? 'no evidence' : null, gaps.includes('X') ? 'contradicted' : null].filter(
    (words) => words !== null,
  )
  return also.length === 0 ? judgementWords[judgement] : `${judgementWords[judgement]}, ${also.join(', ')}`
}

/** What got worse since the last sign-off, each with why in the provider's words; then what improved; the others counted. */
function changes(view: ReportView): Block[] {
  const { comparison } = view
  if (comparison === null) return []
  const of = (change: ComparedFinding['change']) => comparison.findings.filter((finding) => finding.change === change)
  const told = [...of('worse'), ...of('improved')]
  const row = (finding: ComparedFinding): Cell[] => [
    changeWords[finding.change],
    `${namePrompt(view.promptOf(finding.promptId))}, ${finding.scopeName}`,
    finding.before === null ? judgementWords[finding.now] : { content: [drawStep(finding.before, finding.now)] },
    finding.sentence === '' ? 'Nothing is said' : finding.sentence,
  ]
  return [
    heading(2, `What has changed since sign-off on ${formatDate(dateOf(comparison.since.signedOffAt))}`),
    paragraph(
      `${of('worse').length} worse, ${of('improved').length} improved, ${of('unchanged').length} unchanged, ${of('new').length} new, ${of('not-assessed').length} not assessed.`,
      { look: 'hint' },
    ),
    ...(told.length === 0
      ? []
      : [
          table({
            columns: [{ width: 54 }, { width: 180 }, { width: 56 }, { width: '*' }],
            look: compact,
            head: [['Change', 'Finding', 'From, to', 'Why, in the provider’s words']],
            lines: 'rows',
            keepRows: true,
            body: told.map(row),
          }),
        ]),
  ]
}

/** Findings on which people say less than the staff do: most say no, or opinions differ where staff say it is well evidenced. */
function differences(view: ReportView): Block[] {
  const asked = view.findings.filter(({ peopleView }) => peopleAsked(peopleView) > 0)
  const rows = asked.filter(({ judgement, peopleView }) => {
    const verdict = decidePeopleVerdict(peopleView)
    if (judgement === 'well-evidenced') return verdict === 'most-no' || verdict === 'differ'
    return judgement === 'partly-evidenced' && verdict === 'most-no'
  })
  if (rows.length === 0) return []
  return [
    heading(2, 'Where staff and people see it differently'),
    paragraph(`People say less in ${rows.length} of the ${countOf(asked.length, 'finding')} they were asked about.`, {
      look: 'hint',
    }),
    table({
      columns: [{ width: '*' }, { width: 88 }, { width: 76 }, { width: 165 }],
      look: compact,
      head: [['Finding', 'Staff say', 'People say', 'What people said, in short']],
      lines: 'rows',
      keepRows: true,
      headerColumns: 1,
      body: rows.map((finding) => [
        nameFinding(view, finding),
        judgementWords[finding.judgement],
        peopleInShort(finding.peopleView, view.redaction),
        view.redaction.exactWords
          ? 'Not shown to this audience'
          : finding.peopleView.words || 'Nothing is written down',
      ]),
    }),
  ]
}

/** The next open actions, the late ones first. */
function actions(view: ReportView): Block[] {
  const open = view.actions.filter(({ state }) => state === 'open')
  const late = open.filter(({ due }) => due !== null && due < view.asAt).length
  const shown = open
    .toSorted((one, other) => (one.due ?? '9999').localeCompare(other.due ?? '9999'))
    .slice(0, mostActions)
  return [
    heading(2, 'What is being done'),
    paragraph(
      `${countOf(open.length, 'action')} open, ${late} late${open.length > shown.length ? `; the first ${shown.length} by date, the others under Actions` : ''}.`,
      { look: 'hint' },
    ),
    ...(shown.length === 0
      ? []
      : [
          table({
            columns: [
              { width: 95 },
              { width: '*' },
              { width: 160 },
              ...(view.redaction.owners ? [] : [{ width: 100 }]),
            ],
            look: compact,
            head: [['Due', 'Action', 'For', ...(view.redaction.owners ? [] : ['Who'])]],
            lines: 'rows',
            keepRows: true,
            body: shown.map((action) => [
              dueInWords(action, view.asAt),
              action.title,
              action.promptShort === null
                ? 'No finding'
                : `${action.promptShort} (${action.promptId}), ${action.scopeName}`,
              ...(view.redaction.owners ? [] : [action.owner === '' ? 'Nobody yet' : action.owner]),
            ]),
          }),
        ]),
  ]
}
