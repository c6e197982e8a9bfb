import { countOf, judgementWords, keyQuestionWords } from '../../../../shared/drawing/words.ts'
import { keyQuestions, type KeyQuestion } from '../../../../shared/model/vocabulary.ts'
import { crossReference, heading, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import { namePrompt, peopleInReport, type ReportView } from '../wording.ts'

/**
 * Findings by key question, under the headings that inspectors report under. Which prompt is reported under which heading is editorial:
 * BG046 lists headings, not rows.
 */
export function keyQuestionView(view: ReportView): Block[] {
  const asked = keyQuestions.filter((question) => headingsOf(view, question).length > 0)
  return [
    pageBreak(),
    heading(1, 'Findings by key question'),
    paragraph(
      'Which prompt is reported under which heading is editorial. A prompt under two headings stands under both. Prompts judged not applicable are left out.',
      { look: 'hint' },
    ),
    ...asked.flatMap((question) => [
      heading(2, keyQuestionWords[question]),
      ...headingsOf(view, question).flatMap((reported) => underHeading(view, question, reported)),
    ]),
  ]
}

/** The reporting headings of a key question, in the order of the prompts. */
const headingsOf = ({ pack }: ReportView, question: KeyQuestion): string[] => [
  ...new Set(
    pack.prompts.flatMap(({ keyQuestions: places }) =>
      places.filter(({ keyQuestion }) => keyQuestion === question).map((place) => place.heading),
    ),
  ),
]

function underHeading(view: ReportView, question: KeyQuestion, reported: string): Block[] {
  const rows = view.findings.filter(
    ({ promptId, judgement }) =>
      judgement !== 'not-applicable' &&
      view
        .promptOf(promptId)
        .keyQuestions.some((place) => place.keyQuestion === question && place.heading === reported),
  )
  if (rows.length === 0) return [heading(3, reported), paragraph('No prompt.')]
  return [
    heading(3, reported),
    table({
      columns: [{ width: '*' }, { width: 60 }, { width: 100 }, { width: 150 }],
      head: [['Finding', 'Evidence', 'Staff say', 'People say']],
      headerColumns: 1,
      lines: 'rows',
      keepRows: true,
      body: rows.map((finding) => [
        [
          crossReference(
            `${namePrompt(view.promptOf(finding.promptId))}, ${view.scopeName(finding.scopeId)}`,
            `finding-${finding.id}`,
          ),
        ],
        countOf(finding.items, 'item'),
        judgementWords[finding.judgement],
        peopleInReport(finding.peopleView, view.redaction),
      ]),
    }),
  ]
}
