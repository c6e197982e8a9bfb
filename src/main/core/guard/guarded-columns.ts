import type { IdentifierType } from '../../../shared/model/identifiers/identifier.ts'

/** The columns that ask who is responsible: a member of staff may be named there, so a name is no find. */
const staffColumns = ['owner', 'executive_lead', 'signer', 'role', 'added_by']

/** The columns that hold words of any kind. */
const wordColumns = [
  ...['title', 'board_asks', 'narrative', 'reason', 'people_who', 'people_how', 'people_words', 'carried_narrative'],
  ...['weighing', 'shows', 'where_kept', 'link', 'note', 'act_reference', 'act_at', 'name', 'detail', 'closed_reason'],
]

const words: ReadonlySet<string> = new Set(wordColumns)
const all: ReadonlySet<string> = new Set([...wordColumns, ...staffColumns])

/** The columns in which a find of this kind is one. Dates, ids and numbers of a row hold nobody's words. */
export const columnsFor = (type: IdentifierType): ReadonlySet<string> => (type === 'NAME' ? words : all)
