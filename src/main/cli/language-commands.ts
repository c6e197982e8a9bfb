import type { Command } from 'commander'
import path from 'node:path'
import { createCarePlanReader } from '../../shared/model/care-plans/reader.ts'
import type { PlanReading } from '../../shared/model/care-plans/reading.ts'
import {
  PairLine,
  pairRecord,
  planRecord,
  planRecords,
  RosterLine,
  VoiceLine,
  voiceRecord,
} from '../../shared/model/care-plans/records.ts'
import { identifierLine } from '../../shared/model/identifiers/identifier-line.ts'
import { AppError } from '../../shared/result.ts'
import type { CliGround } from './ground.ts'
import { readJsonLines, readTextFile, writeJsonLines } from './json-lines.ts'
import { print, printJson, say } from './output.ts'
import { withApplication } from './session.ts'

type InOut = { in: string; out: string }

/** Adds the commands on the language of care plans and on identifiers, which need no workspace and keep nothing. */
export function addLanguageCommands(program: Command, { makeApplication }: CliGround): void {
  const carePlans = program.command('care-plans').description('the language of care plans: suggestions, with reasons')

  carePlans
    .command('analyse')
    .description('what the screen would suggest of each file')
    .argument('<file...>', 'care plans: .txt, .md, .docx, .doc, .pdf, .odt or .rtf')
    .option('--json', 'as one JSON value')
    .action(async (files: string[], options: { json?: boolean }) => {
      const texts = await withApplication(makeApplication, undefined, async ({ application }) => {
        const read: { id: string; text: string }[] = []
        for (const file of files) {
          const answer = await application.readDocument(path.resolve(file))
          if (answer.ok) read.push({ id: path.basename(file), text: answer.value.text })
          else say(answer.error.message)
        }
        return read
      })
      const { plans } = createCarePlanReader().readPlans(texts.map((plan) => ({ ...plan, patientName: null })))
      if (options.json) printJson(plans.map(planRecord))
      else for (const plan of plans) print(describePlan(plan))
      if (texts.length < files.length)
        throw new AppError(
          'file-unreadable',
          `${files.length - texts.length} of ${files.length} files could not be read.`,
        )
    })

  inAndOut(carePlans.command('voice').description('who speaks in each statement')).action(async (files: InOut) => {
    const reader = createCarePlanReader()
    const lines = await readJsonLines(files.in, VoiceLine)
    await writeJsonLines(
      files.out,
      lines.map((line) => voiceRecord(reader, line)),
    )
  })

  carePlans
    .command('plans')
    .description('whole plans, read together: DIR/D01.txt is plan D01 of the roster')
    .requiredOption('--dir <dir>', 'the folder of the plans')
    .requiredOption('--roster <file>', 'JSON lines of plan, patient_name and ward')
    .requiredOption('--out <file>', 'where the records are written')
    .action(async (options: { dir: string; roster: string; out: string }) => {
      const roster = await readJsonLines(options.roster, RosterLine)
      const texts = new Map<string, string>()
      for (const { plan } of roster)
        texts.set(plan, await readTextFile(path.join(options.dir, `${path.basename(plan)}.txt`)))
      await writeJsonLines(
        options.out,
        planRecords(createCarePlanReader(), roster, (plan) => texts.get(plan) ?? ''),
      )
    })

  inAndOut(
    carePlans.command('pairs').description('whether two sentences are the same but for names and details'),
  ).action(async (files: InOut) => {
    const reader = createCarePlanReader()
    const lines = await readJsonLines(files.in, PairLine)
    await writeJsonLines(
      files.out,
      lines.map((line) => pairRecord(reader, line)),
    )
  })

  inAndOut(program.command('identifiers').description('what the identifier guard finds; it misses some')).action(
    async (files: InOut) => {
      const lines = await readJsonLines(files.in, VoiceLine)
      await writeJsonLines(files.out, lines.map(identifierLine))
    },
  )
}

const inAndOut = (command: Command) =>
  command
    .requiredOption('--in <file>', 'JSON lines to read')
    .requiredOption('--out <file>', 'where JSON lines are written')

const voiceWords = {
  'first-person': 'first person',
  reported: 'reported',
  'someone-else': 'someone else',
  none: 'neither',
} as const

function describePlan({ id, statements, summary }: PlanReading): string {
  const lines = statements.map(
    ({ text, voice, unsure }) =>
      `  ${voiceWords[voice].padEnd(12)} ${unsure ? '?' : ' '} ${text.replace(/\s+/g, ' ').slice(0, 100)}`,
  )
  return [
    `${id}: ${statements.length} statements, the person’s voice ${summary.patientVoice} (a suggestion)`,
    ...lines,
    '',
  ].join('\n')
}
