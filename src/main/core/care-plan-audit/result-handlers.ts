import { toCsv } from '../../../shared/model/csv-writer.ts'
import { safeFileName } from '../../../shared/model/file-name.ts'
import type { HandlersOf, QueryContext } from '../handler.ts'
import { readDifferences } from './differences.ts'
import { ownVoice, readResults } from './results.ts'
import { agreementRows, criteriaRows, monthRows, readBackRows, sentenceRows } from './results-csv.ts'
import { listSentences } from './sentences.ts'

type ResultMethods = 'audits.differences' | 'audits.results' | 'audits.exportCsv'

const tableWords = {
  months: 'team by team',
  criteria: 'criteria',
  agreement: 'two auditors',
  sentences: 'sentences to retire',
  'read-back': 'read back to people',
} as const

type Table = keyof typeof tableWords

async function rowsOf({ db, shelf }: QueryContext, table: Table, from: string, to: string) {
  const criteria = shelf.carePlanCriteria()
  if (table === 'sentences') return sentenceRows(await listSentences(db, to), to)
  const resultsOf = await readResults(db, criteria, { from, to })
  if (table === 'months') return monthRows(criteria.criteria.map(({ id }) => resultsOf(id)))
  return { criteria: criteriaRows, agreement: agreementRows, 'read-back': readBackRows }[table](resultsOf(ownVoice))
}

export const resultHandlers: HandlersOf<ResultMethods> = {
  'audits.differences': ({ id }, { db }) => readDifferences(db, id),
  'audits.results': async ({ criterion, ...months }, { db, shelf }) =>
    (await readResults(db, shelf.carePlanCriteria(), months))(criterion),
  async 'audits.exportCsv'({ from, to, table }, context) {
    const text = toCsv(await rowsOf(context, table, from, to))
    const { id, size } = await context.transfers.offer(new TextEncoder().encode(text))
    const fileName = `${safeFileName(`Care-plan audit, ${tableWords[table]}, ${from} to ${to}`)}.csv`
    return { transferId: id, fileName, size }
  },
}
