import type { CleanedFiles } from '../../shared/model/evidence.ts'
import { OpenFinds } from '../../shared/model/guard.ts'
import { kindWords } from '../../shared/model/identifiers/kind-words.ts'
import type { Verification } from '../../shared/model/verification.ts'
import type { Status } from '../../shared/model/status.ts'
import { countOf, gapWords, judgementWords } from '../../shared/drawing/words.ts'
import { gapLetters, judgements } from '../../shared/model/vocabulary.ts'

/** Writes data for a person or a program that reads on. */
export const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** Writes a message for the person who typed the command. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`)

/** Writes one JSON value. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

/** Coverage and gaps in words. */
export function describeStatus(status: Status): string {
  const { assessment, checklist, findings, evidence, actions, attachments } = status
  return [
    `${status.provider}: ${assessment.title}, as at ${status.asAt} (${assessment.status})`,
    `Checklist ${checklist.id} ${checklist.version}, review date ${checklist.reviewDue}`,
    `${status.scopes.length} scopes, ${findings.total} findings; people asked on ${findings.peopleAsked}`,
    `${evidence.items} items of evidence, linked ${evidence.links} times; ${attachments.files} attachments, ${attachments.missing} missing, ${attachments.changed} changed`,
    `${actions.open} open actions, ${actions.overdue} late`,
    '',
    'Judgements',
    ...judgements.map(
      (judgement) => `  ${String(findings.byJudgement[judgement]).padStart(5)}  ${judgementWords[judgement]}`,
    ),
    '',
    'Gaps',
    ...gapLetters.map((letter) => `  ${String(status.gaps[letter]).padStart(5)}  ${letter}  ${gapWords[letter]}`),
  ].join('\n')
}

/** What was verified, in words. */
export function describeVerification(verification: Verification): string {
  const { database, foreignKeys, trail, attachments } = verification
  return [
    `Database ${database}; references ${foreignKeys}; trail ${trail.state}, ${trail.entries} rows`,
    `${attachments.files} attachments: ${attachments.missing} missing, ${attachments.changed} changed; ${attachments.orphans} files that no item uses`,
  ].join('\n')
}

/** What was cleared away, in words. */
export function describeCleaning({ removed, bytes, young }: CleanedFiles): string {
  const cleared = `${countOf(removed, 'file')} that no item uses cleared away, ${bytes} bytes`
  return young === 0 ? cleared : `${cleared}; ${young} younger than an hour left`
}

/** The finds that keep an export back, one a line: id, kind, where, and the words around it with the find itself dotted out. */
export function describeFinds(details: unknown): string[] {
  const { finds, total } = OpenFinds.parse(details)
  const lines = finds.map(
    ({ id, kind, where, snippet, reason }) => `${id}  ${kindWords[kind]}  ${where}: “${snippet}” (${reason})`,
  )
  return total > finds.length ? [...lines, `and ${total - finds.length} more`] : lines
}
