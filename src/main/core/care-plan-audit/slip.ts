import { bulletList, heading, paragraph, type PdfDocument } from '../report/queries.ts'

const choices = ['Mine', 'Not quite', 'Not mine', 'I never saw it']

/**
 * A large-print slip of a person's own lines, to be read with a peer worker. It holds no name. 18 points is what the UK Association for
 * Accessible Formats calls large print (16 to 18).
 */
export function slipDocument(slip: {
  pseudonym: string
  lines: readonly string[]
  madeAt: string
  id: string
}): PdfDocument {
  return {
    title: 'Are these your words?',
    language: 'en-GB',
    createdAt: slip.madeAt,
    fileId: `slip ${slip.id} ${slip.madeAt}`,
    base: { size: 18, colour: '#1a252b', lineHeight: 1.4 },
    looks: {
      heading1: { size: 28, bold: true, margin: [0, 0, 0, 12] },
      heading2: { size: 22, bold: true, margin: [0, 18, 0, 8] },
      line: { size: 20, margin: [0, 6, 0, 6] },
      choice: { size: 22, margin: [0, 6, 0, 6] },
    },
    footer: { left: `Plan ${slip.pseudonym}`, right: { page: true } },
    content: [
      heading(1, 'Are these your words?'),
      paragraph('You do not have to answer. Nothing changes for you if you say no. We do not write down your name.'),
      heading(2, 'Your care plan says'),
      bulletList(slip.lines, 'line'),
      heading(2, 'Your answer: tick one'),
      ...choices.map((choice) => paragraph(`☐  ${choice}`, { look: 'choice' })),
    ],
  }
}
