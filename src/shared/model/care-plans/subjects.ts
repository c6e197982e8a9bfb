import { flagsAt, isImperative, isInitials, isName } from './clauses.ts'
import { mask, type Token } from './tokens.ts'
import { cls, form } from './word-classes.ts'

/** What is known of the people of a plan: names are lower case. */
export interface People {
  patientNames: ReadonlySet<string>
  otherPatients: ReadonlySet<string>
  /** The sentence before this one, by the person, speaks of somebody else: "she" here is that somebody. */
  carried: boolean
}

/** Anybody who is not the patient. */
export const subjectFlags = cls.relation | cls.staff | cls.person

/** Index of a person other than the patient named earlier in the statement, who a later "she" could be; -1 if none. */
export function antecedent(tokens: readonly Token[], i: number, people: People | null): number {
  for (let j = i - 1; j >= 0; j--) {
    const t = tokens[j]
    if (t === undefined || t.mask !== mask.none) continue
    const f = t.info.flags
    if (f & cls.patient) return -1
    // Who passes the words on is not who says them: "through an interpreter he said".
    if (/^(?:through|via)$/.test(tokens[j - 1]?.word ?? '') || /^(?:through|via)$/.test(tokens[j - 2]?.word ?? ''))
      continue
    if (isName(t)) {
      if (people?.patientNames.has(bare(t.word))) return -1
      if (people !== null && people.patientNames.size > 0) return j
      // "Our Darren", "my mate Stan": somebody else, whoever the plan is about.
      if (flagsAt(tokens, j - 1) & (cls.my | cls.our | cls.relation) && t.gap === '') return j
      continue
    }
    if (
      f & (cls.relation | cls.staff | cls.person) &&
      !(f & cls.preposition) &&
      !/^(?:staff|team|ward|service|services|hospital|people|voices|they|housing|hostel|parents|family|friends|mates|children|kids|nurses|police|carers)$/.test(
        t.word,
      )
    ) {
      return j
    }
  }
  return people?.carried === true ? tokens.length : -1
}

/** A name without its possessive ending. */
export const bare = (word: string): string =>
  word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("'") ? word.slice(0, -1) : word

const isShe = (word: string | undefined): boolean => word !== undefined && /^(?:she|her)/.test(word)

/** Who the noun at `j` is, as the subject of a reporting verb at `i`. */
export function subjectKind(
  tokens: readonly Token[],
  j: number,
  i: number,
  people: People | null,
): 'patient' | 'other' | 'speaker' | 'no' {
  const t = tokens[j]
  if (t === undefined) return 'no'
  const f = t.info.flags
  if (f & (cls.i | cls.we)) return 'speaker'
  if (f & cls.you) {
    // "You told me the voices are quieter": staff to the patient, unless the patient's own I follows.
    const to = tokens[i + 1]
    const tells =
      to !== undefined && (to.info.flags & (cls.me | cls.our)) !== 0 && (flagsAt(tokens, i) & cls.modal) === 0
    return t.word === 'you' &&
      tells &&
      !tokens.some((x) => x.mask === mask.none && (x.info.flags & (cls.i | cls.my)) !== 0)
      ? 'patient'
      : 'no'
  }
  if (t.word === 'who') return j > 0 ? subjectKind(tokens, j - 1, i, people) : 'no'
  if (
    t.word === 'he' ||
    t.word === 'she' ||
    t.word === "he's" ||
    t.word === "she's" ||
    t.word === "he'd" ||
    t.word === "she'd"
  ) {
    const who = antecedent(tokens, j, people)
    if (who >= tokens.length) return 'other'
    if (who >= 0 && flagsAt(tokens, who) & subjectFlags) {
      // "Her brother rang and he said": the last person named speaks, unless that person is only the object of the patient's own clause.
      const firstPerson = tokens.findIndex(
        (x) => x.mask === mask.none && (x.info.flags & (cls.heShe | cls.patient)) !== 0,
      )
      return firstPerson >= 0 && firstPerson < who - 1 && isShe(tokens[firstPerson]?.word) === isShe(t.word)
        ? 'patient'
        : 'other'
    }
    return 'patient'
  }
  if (t.word === 'they' || t.word === "they've") {
    const who = antecedent(tokens, j, people)
    const mine = tokens.some((x) => x.mask === mask.none && (x.info.flags & (cls.i | cls.me | cls.my)) !== 0)
    const group = tokens.slice(0, j).some((x) => x.mask === mask.none && (x.info.flags & subjectFlags) !== 0)
    return who >= 0 || mine || group ? 'other' : 'patient'
  }
  if (f & cls.patient) return /^(?:other|another|fellow|co)$/.test(tokens[j - 1]?.word ?? '') ? 'other' : 'patient'
  if (isName(t) && !(f & cls.staff)) {
    // A title, a role or a relation before the name says who it is.
    let k = j - 1
    while (k >= 0 && isName(tokens[k])) k--
    const prior = tokens[k]
    if (prior !== undefined && tokens[k + 1]?.gap === '') {
      if (/^(?:mr|mrs|ms|miss|mx)$/.test(prior.word)) return 'patient'
      if (
        /^(?:dr|doctor|sister|pc|sgt|prof|professor|nurse|rev|father)$/.test(prior.word) ||
        prior.info.flags & subjectFlags
      )
        return 'other'
    }
    const after = tokens[j + 1]
    if (
      after !== undefined &&
      j + 1 <= i &&
      after.gap === '(' &&
      after.info.flags & (cls.staff | cls.role | cls.relation)
    )
      return 'other'
    if (people !== null && people.patientNames.size > 0) {
      const own =
        people.patientNames.has(bare(t.word)) ||
        (tokens[j - 1] !== undefined && people.patientNames.has(bare(tokens[j - 1]?.word ?? '')))
      return own || people.otherPatients.has(bare(t.word)) ? 'patient' : 'other'
    }
    return 'patient'
  }
  if (isInitials(t)) return 'patient'
  if (f & subjectFlags) {
    if (tokens[j - 1]?.word === 'young' || (tokens[j - 1]?.word === 'service' && t.word.startsWith('user')))
      return 'patient'
    if (/^(?:this|the)$/.test(tokens[j - 1]?.word ?? '') && /^(?:man|lady|woman|gentleman|girl|boy)$/.test(t.word))
      return 'patient'
    if (t.word === 'both' || t.word === 'all') return 'no'
    // "Leon and his mum both said": the patient is one of those who speak.
    if (
      tokens
        .slice(0, j)
        .some(
          (x, k) =>
            x.word === 'and' && k > 0 && (isName(tokens[k - 1]) || (flagsAt(tokens, k - 1) & cls.patient) !== 0),
        )
    )
      return 'patient'
    return 'other'
  }
  if (/^(?:user|users|person)$/.test(t.word) && /^(?:service|young)$/.test(tokens[j - 1]?.word ?? '')) return 'patient'
  if (/^(?:letter|diary|note|poem|text|statement|journal)$/.test(t.word) && flagsAt(tokens, j - 1) & cls.heShe)
    return 'patient'
  return 'no'
}

/** "Gerald's letter to the ward says": what speaks is the person's own writing. */
export function ownLetter(tokens: readonly Token[], at: number): boolean {
  for (let k = 1; k < at; k++) {
    if (!/^(?:letter|note|email|diary|text|poem|statement|card|journal)$/.test(tokens[k]?.word ?? '')) continue
    if (tokens[k + 1]?.word === 'from') continue
    const owner = tokens[k - 1]
    if (
      owner !== undefined &&
      (/^(?:his|her|their)$/.test(owner.word) ||
        (owner.word.endsWith("'s") && (isName(owner) || (owner.info.flags & cls.patient) !== 0)))
    )
      return true
  }
  return false
}

/**
 * The subject of a verb that follows a comma: "Norma, in tears, told…", "Settled on return, says…". Null when no comma parts
 * the verb from its subject, "no" when nobody fits.
 */
export function commaSubject(
  tokens: readonly Token[],
  i: number,
  people: People | null,
): 'patient' | 'other' | 'no' | null {
  let v = i
  while (
    v > 0 &&
    tokens[v]?.gap === '' &&
    (flagsAt(tokens, v - 1) & (cls.have | cls.adverb)) !== 0 &&
    !(flagsAt(tokens, v - 1) & (cls.heShe | cls.person))
  )
    v--
  if (v === 0 || tokens[v]?.gap !== ',' || ((tokens[i]?.info.forms ?? 0) & (form.s | form.past)) === 0) return null
  const lead = tokens[0]
  if (lead === undefined) return null
  for (let k = v - 1; k > 0; k--) {
    if (tokens[k]?.gap !== ',') continue
    const kind = subjectKind(tokens, k - 1, i, people)
    if (kind !== 'no') return kind === 'speaker' ? 'no' : kind
    break
  }
  for (let k = 0; k < v; k++) {
    const t = tokens[k]
    if (t === undefined || t.mask !== mask.none) continue
    if (t.info.flags & (cls.i | cls.we | cls.me | cls.my)) return 'no'
    if (k > 2) continue
    const kind = subjectKind(tokens, k, i, people)
    if (kind === 'patient' || kind === 'other') return kind
  }
  const opens = (lead.info.forms & (form.s | form.past)) !== 0 || lead.info.detail < 1
  return opens && !(lead.info.flags & (cls.determiner | cls.preposition)) && !isImperative(tokens, 0) ? 'patient' : 'no'
}

/** Skips "has", "also", "then": the index of the word that is the subject; -1 for none. */
export function subjectOf(
  tokens: readonly Token[],
  i: number,
): { at: number; passive: boolean; negated: boolean; aux: boolean; future: boolean } {
  let j = i - 1
  let passive = false
  let negated = false
  let aux = false
  let future = false
  const ing = ((tokens[i]?.info.forms ?? 0) & form.ing) !== 0
  while (j >= 0) {
    const t = tokens[j]
    if (t === undefined) break
    const gapAfter = tokens[j + 1]?.gap ?? ''
    if (gapAfter !== '' && gapAfter !== ',' && gapAfter !== ')' && gapAfter !== '),') break
    const f = t.info.flags
    if (t.word === 'to' && tokens[j - 1]?.word === 'able' && /^(?:was|were|been)$/.test(tokens[j - 2]?.word ?? '')) {
      // "She was able to say": she said it.
      aux = true
      j -= 2
      continue
    }
    if (t.word === 'to' || (f & cls.modal && !(f & cls.i))) {
      if (f & (cls.heShe | cls.they)) break
      future = true
    }
    if (f & cls.heShe || f & (cls.i | cls.we | cls.they)) {
      if (f & cls.be && !(f & cls.have) && !ing) passive = true
      if (f & cls.modal) future = true
      break
    }
    if (f & cls.be && !(f & cls.have) && !ing && (tokens[i]?.info.forms ?? 0) & form.participle) passive = true
    if (f & (cls.be | cls.have | cls.does) || t.info.lemma === 'keep') aux = true
    if (f & cls.negation) negated = true
    if (t.info.lemma === 'continue' && tokens[j + 1]?.word === 'to') {
      future = false
      aux = true
      j--
      continue
    }
    const skip =
      (f & (cls.adverb | cls.be | cls.have | cls.does | cls.negation | cls.modal) && !(f & cls.person)) ||
      t.word === 'to' ||
      (t.word.endsWith('ly') && !isName(t)) ||
      t.info.lemma === 'keep'
    if (!skip) break
    j--
  }
  return { at: j, passive, negated, aux, future }
}
