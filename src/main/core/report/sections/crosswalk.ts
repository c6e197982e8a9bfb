import { heading, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import { namePrompt, type ReportView } from '../wording.ts'

const frameworkWords: Record<string, string> = {
  'cqc-quality-statements': 'Quality statements (single assessment framework)',
  'cqc-draft-kloe-2026': 'Draft key lines of enquiry, 2026',
}

/** Where each prompt would stand in the frameworks that inspections speak of today. Editorial, and marked so. */
export function crosswalk({ pack }: ReportView): Block[] {
  const frameworks = [...new Set(pack.prompts.flatMap((prompt) => prompt.crosswalk.map(({ framework }) => framework)))]
  const sources = [...new Set(pack.prompts.flatMap((prompt) => prompt.crosswalk.map(({ source }) => source)))]
  return [
    pageBreak(),
    heading(1, 'Crosswalk to other frameworks'),
    paragraph(
      'An editorial reading, not CQC’s: each row carries its confidence. “No home” means that no title clearly holds the prompt.',
      {
        look: 'hint',
      },
    ),
    table({
      columns: [{ width: 170 }, ...frameworks.map(() => ({ width: '*' as const }))],
      head: [['Prompt', ...frameworks.map((framework) => frameworkWords[framework] ?? framework)]],
      headerColumns: 1,
      lines: 'rows',
      keepRows: true,
      body: pack.prompts.map((prompt) => [
        namePrompt(prompt),
        ...frameworks.map((framework) =>
          prompt.crosswalk
            .filter((row) => row.framework === framework)
            .map(({ statement, confidence }) => (statement === null ? 'No home' : `${statement} (${confidence})`))
            .join('; '),
        ),
      ]),
    }),
    ...sources.map((source) => paragraph(`${source}.`, { look: 'hint' })),
  ]
}
