import { odtContent, writeOdt } from './hostile-files.ts'
import { docxParagraph, writeDocx } from './zip-files.ts'

/** The formats of a ward's files, in the order in which they are dealt out. */
const formats = ['txt', 'md', 'docx', 'odt', 'rtf'] as const

const write: Record<(typeof formats)[number], (lines: readonly string[]) => Buffer> = {
  txt: (lines) => Buffer.from(lines.join('\r\n')),
  md: (lines) => Buffer.from(lines.map((line) => `- ${line}`).join('\n')),
  docx: (lines) => writeDocx(lines.map(docxParagraph).join('')),
  odt: (lines) => writeOdt(odtContent(lines.map((line) => `<text:p>${line}</text:p>`).join(''))),
  rtf: (lines) =>
    Buffer.from(`{\\rtf1\\ansi ${lines.map((line) => `${line.replaceAll('’', '\\rquote ')}\\par `).join('')}}`),
}

const wishes = [
  'I want to bake with my sister Rosa again.',
  'When the ward is loud I sit by the fish tank.',
  'My guitar is at my uncle’s and I miss it.',
  'I would like to finish the plumbing course at Tarn College.',
  'I am frightened of the lift since it stuck.',
  'Fridays are for the mosque; I need my good shoes for it.',
  'I used to drive the number 9 bus.',
  'I cannot sleep with the corridor light on.',
  'My cat Biscuit is with the neighbour, which worries me.',
  'I hope to see my grandson play football.',
  'I write poems at night and nobody asks about them.',
  'I want my own front door.',
]

/** Invented plans of a ward, one file each under its pseudonym, in five formats in turn; the last is a Word document cut in half. */
export function wardFiles(pseudonyms: readonly string[]): { name: string; mimeType: string; buffer: Buffer }[] {
  return pseudonyms.map((pseudonym, at) => {
    const isLast = at === pseudonyms.length - 1
    const format = isLast ? 'docx' : (formats[at % formats.length] ?? 'txt')
    const whole = write[format]([
      wishes[at % wishes.length] ?? '',
      'I will comply with my medication and engage with staff.',
      'Staff to offer 1:1 time when distressed.',
      `Blood pressure to be taken every ${at + 2} days.`,
    ])
    return {
      name: `${pseudonym}.${format}`,
      mimeType: '',
      buffer: isLast ? whole.subarray(0, Math.floor(whole.length / 2)) : whole,
    }
  })
}
