import { expect, test } from 'vitest'
import { safeFileName } from '../../../src/main/electron/file-name.ts'

test.each([
  ['Self-assessment 2026-10-13.pdf', 'Self-assessment 2026-10-13.pdf'],
  ['Żółw café.pdf', 'Żółw café.pdf'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['..\\..\\report.pdf', '-..-report.pdf'],
  ['/abs/report.pdf', '-abs-report.pdf'],
  ['C:\\report.pdf', 'C--report.pdf'],
  ['.hidden', 'hidden'],
  ['report.pdf...', 'report.pdf'],
  ['report.pdf ', 'report.pdf'],
  ['re\u0000po\nrt.pdf', 'report.pdf'],
  ['annexe\u202efdp.exe', 'annexefdp.exe'],
  ['con.pdf', '_con.pdf'],
  ['NUL', '_NUL'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['a<b>c:d"e|f?g*.pdf', 'a-b-c-d-e-f-g-.pdf'],
  ['', 'file'],
  ['...', 'file'],
  ['\u0000', 'file'],
])('the proposed name %j is offered as %j', (proposed, offered) => {
  expect(safeFileName(proposed)).toBe(offered)
})

test('a long name keeps its extension and is not cut inside a character', () => {
  expect(safeFileName(`${'x'.repeat(290)}.pdf`)).toBe(`${'x'.repeat(146)}.pdf`)
  expect(safeFileName(`${'👪'.repeat(200)}.pdf`)).toBe(`${'👪'.repeat(146)}.pdf`)
})
