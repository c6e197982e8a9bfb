import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '../../../src/shared/model/file-name.ts'

describe('a file name as every system can keep it', () => {
  it.each([
    ['an ordinary name stays', 'Care plan (final) – Zoë.docx', 'Care plan (final) – Zoë.docx'],
    ['slashes in a date become dashes', 'Minutes 3/4/2026.docx', 'Minutes 3-4-2026.docx'],
    ['a colon becomes a dash', 'Survey: what people said.pdf', 'Survey- what people said.pdf'],
    ['a path climbs nowhere', '../../etc/passwd', 'etc-passwd'],
    ['a Windows path climbs nowhere', '..\\..\\Windows\\system.ini', 'Windows-system.ini'],
    ['a drive is no drive', 'C:\\plan.docx', 'C-plan.docx'],
    ['a device is no device', 'CON', '_CON'],
    ['a device with an extension is none either', 'nul.txt', '_nul.txt'],
    ['a device with two extensions is none either', 'Com1.tar.gz', '_Com1.tar.gz'],
    ['a device with a raised digit is none either', 'LPT¹.txt', '_LPT¹.txt'],
    ['a word that begins like a device stays', 'Connie’s plan.txt', 'Connie’s plan.txt'],
    ['dots and blanks at the end go', 'plan.docx. . .', 'plan.docx'],
    ['a hidden file is shown', '.bashrc', 'bashrc'],
    ['a stream of Windows is none', 'plan.docx::$DATA', 'plan.docx-$DATA'],
    ['words are not turned around', 'plan\u202excod.exe', 'planxcod.exe'],
    ['no control characters', 'plan\u0000\u001b[31m.txt', 'plan[31m.txt'],
    ['a line break becomes a blank', 'plan\r\nof care.txt', 'plan of care.txt'],
    ['invisible characters go', 'pl\u200ban\ufeff.txt', 'plan.txt'],
    ['half a character goes', 'plan\ud83d.txt', 'plan.txt'],
    ['right-to-left words and emoji stay', 'خطة 🌱.pdf', 'خطة 🌱.pdf'],
    ['parts of an emoji stay together', '👩\u200d🌾.png', '👩\u200d🌾.png'],
    ['letters and accents are joined', 'Zoe\u0308.txt', 'Zoë.txt'],
    ['nothing becomes a word', '', 'file'],
    ['dots alone become a word', '...', 'file'],
    ['an extension alone is a name', '.pdf', 'pdf'],
  ])('%s', (_title, given, kept) => {
    expect(safeFileName(given)).toBe(kept)
  })

  it('is cut to fit, and keeps its extension', () => {
    const name = safeFileName(`${'long '.repeat(100)}.docx`)
    expect(name).toMatch(/^long .*long\.docx$/)
    expect(name.length).toBeLessThanOrEqual(150)
  })

  it('is cut between characters, and by bytes where letters take more than one', () => {
    const name = safeFileName(`${'🌱'.repeat(200)}.txt`)
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(230)
    expect(name).toMatch(/^(🌱)+\.txt$/u)
  })

  it('is safe whatever is given, and stays as it is when made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given)
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|^$|[. ]$/u)
        expect(name.length).toBeLessThanOrEqual(151)
        expect(safeFileName(name)).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })
})
