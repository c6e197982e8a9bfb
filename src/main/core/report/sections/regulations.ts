import { judgementWords, keyQuestionWords, regulationWords } from '../../../../shared/drawing/words.ts'
import { keyQuestions, regulations, type Regulation } from '../../../../shared/model/vocabulary.ts'
import { crossReference, heading, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import { namePrompt, peopleInReport, type ReportView } from '../wording.ts'

/** Findings by what their prompt touches: Regulation 9, Regulation 10, the Code. Never a verdict on the regulation. */
export function regulationView(view: ReportView): Block[] {
  return [
    pageBreak(),
    heading(1, 'Prompts that touch a regulation or the Code'),
    paragraph(
      'That a prompt touches a regulation is no verdict on the regulation. Prompts judged not applicable are left out.',
      { look: 'hint' },
    ),
    ...regulations.flatMap((regulation) => [
      heading(2, `Prompts that touch ${regulationWords[regulation]}`),
      touching(view, regulation),
    ]),
  ]
}

function touching(view: ReportView, regulation: Regulation): Block {
  const rows = view.findings.filter(
    (finding) =>
      finding.judgement !== 'not-applicable' && view.promptOf(finding.promptId).regulations.includes(regulation),
  )
  if (rows.length === 0) return paragraph('No prompt.')
  return table({
    columns: [{ width: '*' }, { width: 95 }, { width: 100 }, { width: 125 }],
    head: [['Finding', 'Key question', 'Staff say', 'People say']],
    headerColumns: 1,
    lines: 'rows',
    keepRows: true,
    body: rows.map((finding) => {
      const prompt = view.promptOf(finding.promptId)
      const asked = keyQuestions.filter((question) =>
        prompt.keyQuestions.some(({ keyQuestion }) => keyQuestion === question),
      )
      return [
        [crossReference(`${namePrompt(prompt)}, ${view.scopeName(finding.scopeId)}`, `finding-${finding.id}`)],
        asked.map((question) => keyQuestionWords[question]).join(', '),
        judgementWords[finding.judgement],
        peopleInReport(finding.peopleView, view.redaction),
      ]
    }),
  })
}
