import { antecedent, bare, type People } from './subjects.ts'
import { isImperative, isName } from './clauses.ts'
import { mask, type Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { cls, form } from './word-classes.ts'

/** Another patient of the batch named where this plan's patient belongs. */
export interface WrongName {
  name: string
  /** Index of the statement, and where the name stands in the source. */
  statement: number
  start: number
  end: number
}

/** "He" in a plan of a woman, or the other way round. */
export interface PronounSlip {
  pronoun: string
  expected: 'he' | 'she'
  statement: number
  start: number
  end: number
}

const titles = /^(?:mr|mrs|ms|miss|mx|dr|sir|lady|lord|rev)$/

/** The words of a name that may stand alone for the person, lower case. */
export function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[^\p{L}'-]+/u)
    .filter((word) => word.length > 1 && !titles.test(word))
}

/** What each plan of a batch knows of the names in it. */
export function peopleOfBatch(patientNames: readonly (string | null)[]): People[] {
  const all = new Map<string, number>()
  for (const name of patientNames)
    for (const word of new Set(nameWords(name ?? ''))) all.set(word, (all.get(word) ?? 0) + 1)
  const everybody = new Set(all.keys())
  return patientNames.map((name) => {
    const own = new Set(nameWords(name ?? ''))
    return { patientNames: own, otherPatients: everybody, carried: false }
  })
}

const careNoun =
  /^(?:mood|risk|risks|mental|physical|care|medication|weight|sleep|behaviour|anxiety|needs|progress|presentation|level|treatment|diet|food|fluid|plan|observations|blood|bloods|symptoms|safety|hygiene|personal|engagement|feelings|leave|depot|room|family|rights|named|keyworker|key|goals|coping|capacity|section|discharge|wellbeing|property|appetite|compliance|concordance|mental-health|views|wishes|diagnosis|risk-assessment)$/
const friendBefore =
  /^(?:friend|friends|mate|peer|patient|co-patient|and|from|called|named|roommate|neighbour|by|brother|sister|mum|dad|son|daughter|dr|nurse|mr|mrs|ms|miss|cousin|partner|wife|husband|keyworker|worker|like|against|towards|st|at|in|near)$/

/** Finds another patient's name as the subject of a care statement. `own` statements of the person ("I get on with Gerald") do not count. */
export function wrongNameIn(tokens: readonly Token[], people: People): Token | null {
  if (people.patientNames.size === 0) return null
  let found: Token | null = null
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined || !t.capital || t.mask !== mask.none) continue
    const word = bare(t.word)
    if (people.patientNames.has(word)) return null
    if (!people.otherPatients.has(word) || found !== null) continue
    const before = tokens[i - 1]
    const next = tokens[i + 1]
    if (
      before !== undefined &&
      t.gap === '' &&
      (friendBefore.test(before.word) || before.info.flags & (cls.relation | cls.staff))
    )
      continue
    if (next !== undefined && isName(next) && next.gap === '' && !people.otherPatients.has(bare(next.word))) continue
    const possessive = t.word !== word
    if (possessive) {
      if (next !== undefined && careNoun.test(next.word)) found = t
      continue
    }
    const subject =
      (i === 0 ||
        (i === 1 && /^(?:if|when|should|while|as|for|the)$/.test(before?.word ?? '')) ||
        /[.;:,]/.test(t.gap)) &&
      next !== undefined &&
      (next.word === 'to' ||
        (next.info.flags & (cls.modal | cls.be | cls.have | cls.does)) !== 0 ||
        (next.info.forms & (form.s | form.past)) !== 0 ||
        next.word === 'not' ||
        next.word.endsWith('ly'))
    const clause =
      before !== undefined && /^(?:if|when|whenever|that|whether|because|while|as|until|once|so)$/.test(before.word)
    const served =
      before !== undefined &&
      (/^(?:for|with|to|of)$/.test(before.word) ||
        ((before.info.forms & form.base) !== 0 && isImperativeOrPlan(tokens, i - 1)))
    if (subject || clause || (served && isCareStatement(tokens, i))) found = t
  }
  return found
}

const isImperativeOrPlan = (tokens: readonly Token[], i: number): boolean =>
  isImperative(tokens, i) || tokens[i - 1]?.word === 'to' || ((tokens[i - 1]?.info.flags ?? 0) & cls.modal) !== 0

/** Said of care given, not of a visit to a friend: nothing in it is particular. */
const isCareStatement = (tokens: readonly Token[], except: number): boolean =>
  tokens.every((t, i) => i === except || t.info.detail < 1 || (t.info.flags & cls.name) !== 0)

/** The gender of the pronouns that stand for the plan's patient in one statement. */
export function patientPronouns(tokens: readonly Token[], people: People): Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined || t.mask !== mask.none || !(t.info.flags & cls.heShe)) continue
    if (antecedent(tokens, i, people) >= 0) continue
    if (
      tokens
        .slice(0, i)
        .some((x) => x.capital && people.otherPatients.has(bare(x.word)) && !people.patientNames.has(bare(x.word)))
    )
      continue
    const named = tokens
      .slice(0, i)
      .some((x) => people.patientNames.has(bare(x.word)) || (x.info.flags & cls.patient) !== 0)
    const others = tokens
      .slice(0, i)
      .some(
        (x) =>
          (x.info.flags & (cls.relation | cls.person)) !== 0 || (isName(x) && !people.patientNames.has(bare(x.word))),
      )
    if (named || !others) out.push(t)
  }
  return out
}

/** Whether a pronoun is of "he" or of "she". */
export const genderOf = (token: Token): 'he' | 'she' =>
  /^(?:he|him|his|himself|he's|he'd|he'll)$/.test(token.word) ? 'he' : 'she'

/** What the pronouns of a plan should be: those it mostly uses, else what the first name suggests; null when neither tells. */
export function expectedGender(he: number, she: number, people: People, vocabulary: Vocabulary): 'he' | 'she' | null {
  if (he > she * 1.5) return she === 0 || he >= 2 ? 'he' : null
  if (she > he * 1.5) return he === 0 || she >= 2 ? 'she' : null
  for (const word of people.patientNames) {
    const male = vocabulary.has('names.male', word)
    const female = vocabulary.has('names.female', word)
    if (male !== female) return male ? 'he' : 'she'
  }
  return null
}
