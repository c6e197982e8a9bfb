import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { changeWords, countOf, judgementWords } from '../../../../shared/drawing/words.ts'
import { changes, type Change, type ComparedFinding } from '../../../../shared/model/comparison.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import { heading, pageBreak, paragraph, table, type Block, type Cell } from '../pdf/document.ts'
import { namePrompt, type ReportView } from '../wording.ts'

/** Changes that are told finding by finding; of the others the number is enough. */
const told: readonly Change[] = ['worse', 'improved', 'new', 'does-not-apply']

/** What has changed since the last sign-off: what got worse first, each with the first sentence of what is said now. */
export function changeSinceSignOff(view: ReportView): Block[] {
  const { comparison } = view
  if (comparison === null) return []
  const { since, findings } = comparison
  const rows = findings.filter(({ change }) => told.includes(change))
  const waiting = findings.filter(({ reconfirm }) => reconfirm).length
  return [
    pageBreak(),
    heading(1, 'What has changed since the last sign-off'),
    paragraph(
      `Compared with ${since.title}, signed off on ${formatDate(dateOf(since.signedOffAt))} by ${signerInWords(view, since)}.`,
      { look: 'lead' },
    ),
    table({
      columns: changes.map(() => ({ width: '*' as const })),
      head: [changes.map((change) => changeWords[change])],
      lines: 'rows',
      keepRows: true,
      body: [changes.map((change) => String(findings.filter((finding) => finding.change === change).length))],
      caption: 'In findings. Judgements are compared as words; steps between them are not counted.',
    }),
    ...(waiting === 0
      ? []
      : [
          paragraph(
            `Carried forward from that sign-off and not re-confirmed since: ${countOf(waiting, 'finding')} of ${findings.length}. What is said there is last time’s.`,
            { look: 'lead' },
          ),
        ]),
    rows.length === 0
      ? paragraph('No judgement has changed.')
      : table({
          columns: [{ width: 62 }, { width: 150 }, { width: 110 }, { width: '*' }],
          head: [['Change', 'Finding', 'From, to', 'What is said now']],
          lines: 'rows',
          keepRows: true,
          body: rows.map((row) => toCells(view, row)),
        }),
  ]
}

const toCells = (view: ReportView, row: ComparedFinding): Cell[] => [
  changeWords[row.change],
  `${namePrompt(view.promptOf(row.promptId))}, ${row.scopeName}`,
  `${row.before === null ? 'Not looked at' : judgementWords[row.before]}, now ${judgementWords[row.now].toLowerCase()}`,
  row.sentence === '' ? 'Nothing is said' : row.sentence,
]

/** Who signed: by role alone where names are left out. */
export const signerInWords = (
  { redaction }: Pick<ReportView, 'redaction'>,
  { signer, role }: { signer: string; role: string },
): string => (redaction.owners ? role : `${signer}, ${role}`)
