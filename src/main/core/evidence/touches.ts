import { sql, type RawBuilder } from 'kysely'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import { keyQuestions, regulations, type KeyQuestion, type Regulation } from '../../../shared/model/vocabulary.ts'
import { keyQuestionsOf } from './rows.ts'

/** What a link may touch, each a bit of the mask that is kept beside an item. What is new comes last: the masks are stored. */
const touchable: readonly (Regulation | KeyQuestion)[] = [...regulations, ...keyQuestions]
const bitOf = (one: Regulation | KeyQuestion) => 2 ** touchable.indexOf(one)

/** Regulations and key questions as a mask of bits. */
export const maskOf = (touched: readonly (Regulation | KeyQuestion)[]): number =>
  touched.reduce((mask, one) => mask | bitOf(one), 0)

/** The mask of a link, joined with its finding, as SQL: what the person chose for the link, or else the prompt's own. */
export function touchedByLink(pack: ChecklistPack): RawBuilder<number> {
  const half = (column: string, all: typeof touchable, ownOf: (prompt: ChecklistPack['prompts'][number]) => number) => {
    const chosen = all.map((one) => sql`(instr(${sql.ref(column)}, ${`"${one}"`}) > 0) * ${sql.lit(bitOf(one))}`)
    const own = pack.prompts.map((prompt) => sql`when ${prompt.id} then ${sql.lit(ownOf(prompt))}`)
    return sql`case when ${sql.ref(column)} is null then case finding.prompt_id ${sql.join(own, sql` `)} else 0 end
      else ${sql.join(chosen, sql` + `)} end`
  }
  return sql<number>`(${half('link.regulations', regulations, (prompt) => maskOf(prompt.regulations))}
    | ${half('link.key_questions', keyQuestions, (prompt) => maskOf(keyQuestionsOf(prompt)))})`
}

/** The bits that are set in any mask of a group, as SQL, which has no such sum of its own. */
export const touchedByAny = (mask: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(${sql.join(
    touchable.map((one) => sql`max(${mask} & ${sql.lit(bitOf(one))})`),
    sql` | `,
  )})`
