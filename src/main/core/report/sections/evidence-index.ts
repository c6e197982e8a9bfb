import { formatDate, formatDescribes } from '../../../../shared/drawing/date-words.ts'
import { countOf, sourceKindWords } from '../../../../shared/drawing/words.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import { code, heading, pageBreak, paragraph, table, type Block, type Cell } from '../pdf/document.ts'
import type { ReportItem } from '../report-data.ts'
import { placeInWords, type ReportView } from '../wording.ts'

/** Every linked item with its kind, dates, place and the SHA-256 of its files. */
export function evidenceIndex(view: ReportView): Block[] {
  if (view.redaction.evidenceIndex) return []
  const files = view.items.flatMap(({ attachments }) => attachments)
  return [
    pageBreak(),
    heading(1, 'Index of evidence'),
    paragraph(
      `${countOf(view.items.length, 'item')} linked to a finding, with ${countOf(files.length, 'file')}. A file is named by the SHA-256 of its bytes: a file that was changed has another.`,
      { look: 'hint' },
    ),
    table({
      columns: [{ width: 24 }, { width: '*' }, { width: 95 }, { width: 85 }, { width: 120 }],
      head: [
        [
          'No.',
          'Item',
          'Kind and where from',
          'Describes; logged',
          view.redaction.whereKept ? 'Files' : 'Where kept; files',
        ],
      ],
      lines: 'rows',
      keepRows: true,
      body: view.items.map((item) => row(view, item)),
    }),
  ]
}

function row(view: ReportView, item: ReportItem): Cell[] {
  return [
    String(view.numberOf(item.id)),
    { content: [paragraph(item.title, { id: `item-${item.id}` })] },
    `${sourceKindWords[item.sourceKind]}; ${placeInWords(item, view.redaction)}`,
    `${formatDescribes(item.describesFrom, item.describesTo)}; ${formatDate(dateOf(item.loggedAt))}`,
    filesInWords(view, item),
  ]
}

function filesInWords({ redaction }: ReportView, item: ReportItem): Cell {
  const kept = redaction.whereKept ? [] : [item.whereKept, item.link].filter((place) => place !== '')
  const files = item.attachments.flatMap(({ name, sha256, state }) => [
    `${redaction.whereKept ? 'File' : name}${state === 'present' ? '' : `, ${state}`}: `,
    code(sha256),
    ' ',
  ])
  const place = kept.length === 0 ? [] : [`${kept.join('; ')}. `]
  const parts = [...place, ...files]
  return parts.length === 0 ? 'None' : parts
}
