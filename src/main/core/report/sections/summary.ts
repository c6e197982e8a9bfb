import { countOf } from '../../../../shared/drawing/words.ts'
import { drawCoverage, drawViews } from '../drawings.tsx'
import { group, heading, numberedList, pageBreak, paragraph, type Block } from '../pdf/document.ts'
import type { ReportView } from '../wording.ts'
import { summaryInTables } from './summary-tables.ts'

/** The board's two pages: where the provider stands, in pictures; then what falls short, what has changed and what is being done. */
export function summary(view: ReportView): Block[] {
  const { findings, items, scopes, audience } = view
  const services = scopes.filter(({ kind }) => kind === 'core-service').length
  return [
    pageBreak(),
    heading(1, audience === 'board' ? 'Board summary' : 'Summary'),
    paragraph(
      `Where the provider stands by its own judgement: ${countOf(findings.length, 'finding')} on ${view.pack.prompts.length} prompts, for the provider and ${countOf(services, 'core service')}, from ${countOf(items.length, 'linked item')} of evidence.`,
      { look: 'lead' },
    ),
    ...boardWords(view),
    drawViews(view),
    heading(2, 'Coverage', { look: { margin: [0, 6, 0, 2] } }),
    paragraph(
      'Left, what staff say, with the number of items of evidence. Right, what most people say, worked out from their answers. The darker the cell, the more there is to do. The letter is the gap that weighs most.',
      { look: 'hint' },
    ),
    ...drawCoverage(view),
    ...summaryInTables(view),
  ]
}

/** Who leads on it, by role, and what the board is asked to do: the user's own words, and nothing where none were given. */
function boardWords({ assessment: { executiveLead, boardAsks }, audience }: ReportView): Block[] {
  const asks = boardAsks
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const lead = executiveLead.trim()
  return [
    ...(lead === '' ? [] : [paragraph([{ text: 'Executive lead: ', bold: true }, lead])]),
    // What a board is asked is for the board: a visit team and the public are asked nothing.
    ...(audience !== 'board' || asks.length === 0
      ? []
      : [
          group(
            'panel',
            [heading(2, 'The board is asked to', { look: { margin: [0, 0, 0, 4] } }), numberedList(asks)],
            {
              edge: '#0f4c59',
              fill: '#f1f4f4',
              margin: [0, 0, 0, 4],
            },
          ),
        ]),
  ]
}
