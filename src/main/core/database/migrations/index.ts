import type { Migration } from 'kysely/migration'
import { up as first } from './0001-first.ts'

/** Every migration by name, in order. A released one is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
}

/** The schema version that this version of the product writes: how many migrations it knows. */
export const schemaVersion = Object.keys(migrations).length
