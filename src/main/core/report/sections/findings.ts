import { formatDate, formatDescribes } from '../../../../shared/drawing/date-words.ts'
import {
  ageWords,
  gapWords,
  judgementWords,
  keyQuestionWords,
  relationWords,
  sourceKindWords,
} from '../../../../shared/drawing/words.ts'
import { ageOf } from '../../../../shared/model/gaps.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import { crossReference, heading, pageBreak, paragraph, table, type Block, type Cell } from '../pdf/document.ts'
import type { ReportFinding } from '../report-data.ts'
import {
  actionInWords,
  askedInWords,
  namePrompt,
  peopleInReport,
  placeInWords,
  regulationsInWords,
  saidByInWords,
  type ReportView,
} from '../wording.ts'

/** Every finding with its evidence, scope by scope. */
export function findingsByScope(view: ReportView): Block[] {
  return view.scopes.flatMap((scope) => [
    pageBreak(),
    heading(1, `Findings: ${scope.name}`),
    ...view.findings.filter(({ scopeId }) => scopeId === scope.id).flatMap((finding) => oneFinding(view, finding)),
  ])
}

function oneFinding(view: ReportView, finding: ReportFinding): Block[] {
  const prompt = view.promptOf(finding.promptId)
  const under = prompt.keyQuestions.map(
    ({ keyQuestion, heading: reported }) => `${keyQuestionWords[keyQuestion]}: ${reported}`,
  )
  return [
    heading(2, namePrompt(prompt), { id: `finding-${finding.id}` }),
    paragraph(prompt.text),
    paragraph(
      `Source: ${prompt.source.document}, ${prompt.source.level}, item ${prompt.source.position}. Reported under ${under.join('; ')} (editorial). Touches ${regulationsInWords(prompt.regulations)}.`,
      { look: 'hint' },
    ),
    views(view, finding),
    ...(finding.narrative.trim() === '' ? [] : [paragraph(finding.narrative, { look: 'narrative' })]),
    ...evidenceTable(view, finding),
    ...finding.actions.map((action) =>
      paragraph([{ text: 'Action: ', bold: true }, actionInWords(action, view.redaction)]),
    ),
  ]
}

/** Staff and people beside each other; the two are never averaged. */
function views({ redaction }: ReportView, finding: ReportFinding): Block {
  const judged =
    finding.judgedAt === null
      ? ''
      : ` (${formatDate(dateOf(finding.judgedAt))}${redaction.owners ? '' : `, ${finding.judgedBy}`})`
  const carried =
    finding.carriedFrom !== null && finding.reconfirm
      ? `. Carried forward from ${formatDate(dateOf(finding.carriedFrom.signedOffAt))}, not re-confirmed`
      : ''
  const asked = askedInWords(finding.peopleView)
  const words = redaction.exactWords ? '' : finding.peopleView.words
  const gaps = finding.gaps.map((letter) => `${letter} ${gapWords[letter]}`).join('; ')
  const rows: [string, string][] = [
    ['Staff say', `${judgementWords[finding.judgement]}${judged}${carried}`],
    [
      'People say',
      [peopleInReport(finding.peopleView, redaction), asked, words].filter((part) => part !== '').join('. '),
    ],
    ['Gaps', gaps === '' ? 'None' : gaps],
  ]
  if (finding.judgement === 'not-applicable') rows.splice(1, 0, ['Why not', finding.reason])
  if (!redaction.owners && finding.owner !== '')
    rows.push(['Owner', finding.due === null ? finding.owner : `${finding.owner}, due ${formatDate(finding.due)}`])
  return table({
    columns: [{ width: 80 }, { width: '*' }],
    head: [['View', 'What it is']],
    headerColumns: 1,
    lines: 'rows',
    keepRows: true,
    body: rows,
  })
}

function evidenceTable(view: ReportView, finding: ReportFinding): Block[] {
  if (finding.links.length === 0)
    return finding.judgement === 'not-applicable' ? [] : [paragraph('No evidence is linked.')]
  const { windowMonths } = view.promptOf(finding.promptId)
  const body = finding.links.map((link): Cell[] => {
    const item = view.itemOf(link.evidenceId)
    const number = String(view.numberOf(item.id))
    const relation =
      link.weighing.trim() === ''
        ? relationWords[link.relation]
        : `${relationWords[link.relation]}. Weighed: ${link.weighing}`
    const age = ageWords[ageOf(item.describesTo, windowMonths, view.asAt)]
    const said = [saidByInWords(item, view.redaction), placeInWords(item, view.redaction)]
      .filter((part) => part !== '')
      .join('; ')
    return [
      view.redaction.evidenceIndex ? number : [crossReference(number, `item-${item.id}`)],
      [{ text: item.title, bold: true }, `. ${item.shows}`],
      `${sourceKindWords[item.sourceKind]}; ${said}`,
      `${formatDescribes(item.describesFrom, item.describesTo)} (${age.toLowerCase()})`,
      relation,
    ]
  })
  return [
    table({
      columns: [{ width: 24 }, { width: '*' }, { width: 110 }, { width: 80 }, { width: 70 }],
      head: [['No.', 'Evidence and what it shows', 'Kind and where from', 'Describes', 'Relation']],
      lines: 'rows',
      keepRows: true,
      body,
    }),
  ]
}
