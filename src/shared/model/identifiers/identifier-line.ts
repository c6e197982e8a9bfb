import { findIdentifiers } from './find.ts'
import type { IdentifierType } from './identifier.ts'

/** One line of the `identifiers` command's output: the id of the text and what was found in it. */
type IdentifierLine = {
  readonly id: string
  readonly entities: readonly { readonly type: IdentifierType; readonly start: number; readonly end: number }[]
}

/** What the guard finds in one text, as the `identifiers` command writes it. */
export function identifierLine(record: { readonly id: string; readonly text: string }): IdentifierLine {
  return {
    id: record.id,
    entities: findIdentifiers(record.text).map(({ type, start, end }) => ({ type, start, end })),
  }
}
