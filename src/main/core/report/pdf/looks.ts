import type { Look } from './document.ts'

/** How blocks look where the document does not say; `PdfDocument.looks` replaces them by name. */
export const DEFAULT_LOOKS: Readonly<Record<string, Look>> = {
  heading1: { size: 20, bold: true, colour: '#1a252b', margin: [0, 14, 0, 6] },
  heading2: { size: 15, bold: true, colour: '#1a252b', margin: [0, 12, 0, 4] },
  heading3: { size: 12, bold: true, margin: [0, 10, 0, 3] },
  heading4: { size: 11, bold: true, margin: [0, 8, 0, 2] },
  heading5: { size: 10.5, bold: true, italics: true, margin: [0, 8, 0, 2] },
  heading6: { size: 10, italics: true, margin: [0, 8, 0, 2] },
  title: { size: 26, bold: true, colour: '#1a252b', margin: [0, 0, 0, 8] },
  paragraph: { margin: [0, 0, 0, 6] },
  note: { size: 8.5, colour: '#425563', margin: [0, 0, 0, 4] },
  caption: { bold: true, margin: [0, 8, 0, 3] },
  list: { margin: [0, 0, 0, 6] },
  quotation: { italics: true, margin: [14, 2, 14, 6] },
  page: { size: 8, colour: '#425563' },
}
