import { sql, type RawBuilder } from 'kysely'

/** Values for `in`, bound as one JSON text: however many they are, the statement stays the same and its limit of bound values is far. */
export const listOf = <Value extends string | number>(values: readonly Value[]): RawBuilder<Value> =>
  sql<Value>`(select value from json_each(${JSON.stringify(values)}))`
