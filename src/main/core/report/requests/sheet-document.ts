import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { countOf, sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { Ask, WardRequest } from '../../../../shared/model/request-sheet.ts'
import {
  bulletList,
  group,
  heading,
  paragraph,
  table,
  type Block,
  type Cell,
  type PdfDocument,
} from '../pdf/document.ts'

/** What the sheet says besides what is asked. `changedAt` is when the workspace was last changed. */
export type SheetGround = {
  provider: { name: string; sample: boolean }
  assessment: { id: string; title: string }
  asAt: IsoDate
  changedAt: string
}

/** Room to write in, in points. */
const roomFor = { words: 62, line: 12 }

/** The request sheet on paper: for each finding what is asked, where to look, by whom and when, and room to write. */
export function buildSheetDocument(request: WardRequest, ground: SheetGround): PdfDocument {
  const { wardName, scope, asks } = request
  const { provider, assessment, asAt, changedAt } = ground
  const title = `What ${wardName} is asked for`
  return {
    title: `${provider.name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    language: 'en-GB',
    subject: `Request sheet for ${assessment.title}, as at ${formatDate(asAt)}`,
    author: provider.name,
    createdAt: changedAt,
    fileId: ['request', assessment.id, request.wardId, asAt, ...asks.map(({ findingId }) => findingId)].join(' '),
    base: { size: 10.5, colour: '#1a252b', lineHeight: 1.2 },
    looks: {
      heading1: { size: 20, bold: true, margin: [0, 0, 0, 6] },
      heading2: { size: 13, bold: true, margin: [0, 14, 0, 3] },
      lead: { size: 11, margin: [0, 0, 0, 6] },
      question: { margin: [0, 0, 0, 5] },
    },
    header: {
      left: `${provider.name}${provider.sample ? ' (sample, invented)' : ''}   Recovery evidence, ${assessment.title}`,
      right: wardName,
    },
    footer: {
      left: 'A request of the provider to its own teams. It says what is missing, not how a team is doing.',
      right: { page: true },
    },
    content: [
      heading(1, title),
      paragraph(
        `${scope?.name ?? ''}: ${countOf(asks.length, 'question')}, as at ${formatDate(asAt)}. Answer those you can; a sentence is enough, and “there is none” is an answer.`,
        { look: 'lead' },
      ),
      paragraph(
        'No names are needed. Leave out whatever could say who a person is: names, dates of birth, numbers, addresses. Who was asked is a role or a number of people.',
        { look: 'lead' },
      ),
      ...asks.flatMap((ask, at) => askBlocks(ask, at + 1)),
    ],
  }
}

function askBlocks(ask: Ask, number: number): Block[] {
  const { short, promptId, text, wanted, missingKinds, lookAt, owner, due } = ask
  const asked: [string, Cell][] = [
    ['What is asked for', listed(wanted)],
    ...(lookAt.length === 0 ? [] : [['What to look at', listed(lookAt.map(lookInWords))] as [string, Cell]]),
    [
      'Kinds of source there are none of yet',
      missingKinds.length === 0
        ? 'There is one of each kind.'
        : missingKinds.map((kind) => sourceKindWords[kind]).join('; '),
    ],
    [
      'By whom, and by when',
      `${owner === '' ? 'Nobody is named' : owner}; ${due === null ? 'no date is set' : formatDate(due)}`,
    ],
    ['What there is, and what it shows', room(roomFor.words)],
    ['Kind of source, and who said it (how many)', room(roomFor.line)],
    ['Which dates it describes', room(roomFor.line)],
    ['Where it is kept', room(roomFor.line)],
  ]
  return [
    group('together', [
      heading(2, `${number}. ${short} (${promptId})`),
      paragraph(text, { look: 'question' }),
      table({
        columns: [{ width: 130 }, { width: '*' }],
        head: [['Part', 'In words']],
        headerColumns: 1,
        lines: 'all',
        keepRows: true,
        body: asked,
      }),
    ]),
  ]
}

/** One thing as a line, more as a list. */
const listed = (parts: readonly string[]): Cell =>
  parts.length === 1 ? (parts[0] ?? '') : { content: [bulletList(parts)] }

/** "Ask: people whether the words are their own". */
const lookInWords = (look: string) => look.charAt(0).toUpperCase() + look.slice(1)

/** An empty cell of a height, to be written in by hand. */
const room = (height: number): Cell => ({ content: '', look: { margin: [0, 0, 0, height] } })
