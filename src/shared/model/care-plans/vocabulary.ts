import { chimeConcepts } from '../vocabulary.ts'
import { dialogDomains, needs } from './concepts.ts'
import { termsOf, type CarePlanLexicon } from './lexicon.ts'
import { cueBits } from './turns-of-phrase.ts'
import {
  choiceWord,
  clinicianStart,
  cls,
  contractions,
  form,
  gistBits,
  inflect,
  negative,
  registerWord,
  stemOf,
  verb,
} from './word-classes.ts'

/** A phrase of the needs lists that begins with a word: its further words and what it touches. */
interface Phrase {
  rest: string[]
  open: boolean
  touches: Touches
  /** Says it better than the words in it, whether or not it touches anything. */
  covers: boolean
}

/** What a word or phrase touches: bits of needs (weak ones apart), CHIME concepts and DIALOG domains. */
interface Touches {
  needs: number
  weak: number
  framing: number
  chime: number
  dialog: number
}

/** Everything known of one word. Shared by all its occurrences. */
export interface WordInfo extends Touches {
  word: string
  flags: number
  forms: number
  kinds: number
  lemma: string
  stem: string
  /** 0 says nothing of this person, 0.5 a little, 1 outside the vocabulary of care plans. */
  detail: number
  phrases: Phrase[] | null
  /** The words that may follow it in those phrases; null when any may. */
  seconds: ReadonlySet<string> | null
  /** For comparing sentences: bits of `gistBits`. */
  gist: number
  /** Turns of phrase it may belong to: a bit for each of `cues`. */
  cues: number
}

/** A word as it is written: everything of it that does not depend on the words around. */
export interface Spelling {
  word: string
  capital: boolean
  shout: boolean
  info: WordInfo
}

/** A lexicon made ready for reading. */
export interface Vocabulary {
  lexicon: CarePlanLexicon
  spelling: (written: string) => Spelling
  has: (list: string, term: string) => boolean
}

/** The second words of phrases; null when one of them needs none, or only the beginning of one. */
function secondsOf(phrases: readonly Phrase[]): ReadonlySet<string> | null {
  const out = new Set<string>()
  for (const { rest, open } of phrases) {
    const second = rest[0]
    if (second === undefined || (open && rest.length === 1)) return null
    out.add(second)
  }
  return out
}

/** Makes a lexicon ready: a look-up per word, remembered. */
export function createVocabulary(lexicon: CarePlanLexicon): Vocabulary {
  const flags = new Map<string, number>(Object.entries(contractions))
  const forms = new Map<string, { forms: number; lemma: string }>()
  const kinds = new Map<string, number>()
  const sets = new Map<string, Set<string>>()
  const list = (name: string): Set<string> => {
    const known = sets.get(name)
    if (known !== undefined) return known
    const made = new Set(termsOf(lexicon, name))
    sets.set(name, made)
    return made
  }
  const flag = (name: string, bit: number): void => {
    for (const term of list(name)) flags.set(term, (flags.get(term) ?? 0) | bit)
  }
  flag('language.relations', cls.relation)
  flag('language.people', cls.person)
  flag('language.patients', cls.patient)
  flag('language.staff', cls.staff)
  flag('language.modals', cls.modal)
  flag('language.negations', cls.negation)
  flag('language.prepositions', cls.preposition)
  flag('language.determiners', cls.determiner)
  flag('language.days', cls.day)
  flag('language.adverbs', cls.adverb)
  flag('language.casual', cls.casual)
  flag('language.nounsToo', cls.nounToo)
  flag('voice.titleNouns', cls.title)
  flag('voice.formWords', cls.form)
  flag('voice.headingWords', cls.heading)
  flag('voice.staffRoles', cls.role)
  flag('voice.romanBefore', cls.roman)
  flag('names.first', cls.name)
  flag('names.alsoWords', cls.nameOrWord)
  for (const w of ['am', 'is', 'are', 'was', 'were', 'be', 'been', 'being']) flags.set(w, (flags.get(w) ?? 0) | cls.be)
  for (const w of ['has', 'have', 'had', 'having']) flags.set(w, (flags.get(w) ?? 0) | cls.have)
  for (const w of ['do', 'does', 'did']) flags.set(w, (flags.get(w) ?? 0) | cls.does)

  const addForm = (word: string, bits: number, lemma: string): void => {
    const known = forms.get(word)
    if (known === undefined) forms.set(word, { forms: bits, lemma })
    else if (known.lemma === lemma) known.forms |= bits
  }
  for (const line of termsOf(lexicon, 'language.irregular')) {
    const words = line.split(/\s+/)
    const base = words[0] ?? ''
    if (base === 'be') continue
    const slots = [form.base, form.s, form.past, form.participle, form.ing]
    words.forEach((word, i) => addForm(word, slots[i] ?? form.ing, base))
  }
  const irregular = new Set([...forms.values()].map(({ lemma }) => lemma))
  for (const base of list('language.verbs'))
    if (!irregular.has(base) && !base.includes("'")) for (const [word, bits] of inflect(base)) addForm(word, bits, base)

  const kind = (name: string, bit: number): void => {
    for (const term of list(name)) {
      kinds.set(term, (kinds.get(term) ?? 0) | bit)
      if (!forms.has(term) && !irregular.has(term) && !contractions[term] && !flags.has(term))
        for (const [word, bits] of inflect(term)) addForm(word, bits, term)
    }
  }
  kind('voice.reportVerbs', verb.report)
  kind('voice.reportNeedsThat', verb.reportThat)
  kind('voice.talkVerbs', verb.talk)
  kind('voice.staffVerbs', verb.staff)
  kind('voice.staffSoftVerbs', verb.staffSoft)
  kind('voice.selfVerbs', verb.self)
  kind('voice.droppedFirst', verb.dropped)
  kind('voice.droppedStrong', verb.droppedStrong)
  kind('voice.imperatives', verb.imperative)
  kind('voice.clinicalImperatives', verb.clinical)
  kind('voice.staffWeVerbs', verb.weStaff)

  const exact = new Map<string, Touches>()
  const prefix = new Map<string, Touches>()
  const suffix: [string, Touches][] = []
  const phrases = new Map<string, Phrase[]>()
  const touch = (into: Touches, part: keyof Touches, bit: number): void => {
    into[part] |= bit
  }
  const fresh = (): Touches => ({ needs: 0, weak: 0, framing: 0, chime: 0, dialog: 0 })
  const addTerms = (name: string, part: keyof Touches, bit: number): void => {
    for (const term of list(name)) {
      if (term.includes(' ')) {
        const [head = '', ...rest] = term.split(' ')
        const open = term.endsWith('*')
        if (open) rest[rest.length - 1] = (rest.at(-1) ?? '').slice(0, -1)
        const key = head.endsWith('*') ? head.slice(0, -1) : head
        const known = phrases.get(key) ?? []
        const touches = fresh()
        touch(touches, part, bit)
        known.push({ rest, open, touches, covers: part === 'needs' || bit === 0 })
        phrases.set(key, known)
        continue
      }
      const at = term.startsWith('*') ? null : term.endsWith('*') ? prefix : exact
      if (at === null) {
        const touches = fresh()
        touch(touches, part, bit)
        suffix.push([term.slice(1), touches])
        continue
      }
      const key = term.endsWith('*') ? term.slice(0, -1) : term
      const touches = at.get(key) ?? fresh()
      touch(touches, part, bit)
      at.set(key, touches)
    }
  }
  needs.forEach((need, i) => {
    addTerms(`needs.${need}`, 'needs', 1 << i)
    addTerms(`needs.weak${need[0]?.toUpperCase()}${need.slice(1)}`, 'weak', 1 << i)
  })
  addTerms('needs.nothing', 'needs', 0)
  addTerms('needs.framing', 'framing', 1 << needs.indexOf('psychological'))
  chimeConcepts.forEach((concept, i) => addTerms(`needs.chime.${concept}`, 'chime', 1 << i))
  dialogDomains.forEach((domain, i) => addTerms(`needs.dialog.${domain}`, 'dialog', 1 << i))

  const generic = list('detail.generic')
  const semi = list('detail.semi')
  const drugs = [...list('detail.drugs')]
  const drugEndings = drugs.filter((d) => d.startsWith('*')).map((d) => d.slice(1))
  const groups = new Map<string, string>()
  for (const line of lexicon.lists['templates.synonyms'] ?? [])
    for (const word of line.split(' ')) if (!groups.has(word)) groups.set(word, line.split(' ')[0] ?? word)

  const detailOf = (word: string, stem: string, lemma: string): number => {
    if (/\d/.test(word) || word.length < 2) return 0
    for (const w of [word, stem, lemma]) if (generic.has(w) || drugs.includes(w)) return 0
    if (drugEndings.some((end) => word.length > end.length + 1 && word.endsWith(end))) return 0
    for (const w of [word, stem, lemma]) if (semi.has(w)) return 0.5
    const f = flags.get(word) ?? 0
    if (f & (cls.day | cls.modal | cls.preposition | cls.determiner | cls.patient | cls.staff | cls.be | cls.role))
      return 0
    if (/(?:ly|ness|ment|tion|ing|ed|er|est|ful|able)$/.test(word)) {
      const base = word.replace(/(?:ly|ness|ment|tion|ing|ed|er|est|ful|able)$/, '')
      if (base.length > 3 && (generic.has(base) || generic.has(`${base}e`))) return 0
    }
    const parts = word.split(/[-/]/)
    if (parts.length > 1)
      return Math.max(...parts.map((part) => (part === '' ? 0 : detailOf(part, stemOf(part), part))))
    return 1
  }

  const memo = new Map<string, WordInfo>()
  const word = (lower: string): WordInfo => {
    const known = memo.get(lower)
    if (known !== undefined) return known
    const stem = stemOf(lower)
    const v = forms.get(lower)
    const lemma = v?.lemma ?? stem
    let f = flags.get(lower) ?? 0
    if (lower !== stem) {
      const sf = flags.get(stem) ?? 0
      if (lower.includes("'"))
        f |= sf & (cls.name | cls.relation | cls.patient | cls.staff | cls.person | cls.nameOrWord)
      else f |= sf & (cls.relation | cls.staff | cls.title)
    }
    const t = fresh()
    const add = (from: Touches | undefined): void => {
      if (from === undefined) return
      t.needs |= from.needs
      t.weak |= from.weak
      t.framing |= from.framing
      t.chime |= from.chime
      t.dialog |= from.dialog
    }
    add(exact.get(lower))
    if (stem !== lower) add(exact.get(stem))
    for (let n = 2; n <= lower.length; n++) add(prefix.get(lower.slice(0, n)))
    for (const [end, touches] of suffix) if (lower.length > end.length + 1 && lower.endsWith(end)) add(touches)
    const own = [...(phrases.get(lower) ?? []), ...(lemma === lower ? [] : (phrases.get(lemma) ?? []))]
    for (let n = 4; n < lower.length; n++) {
      const opened = phrases.get(lower.slice(0, n))
      if (opened !== undefined && !own.includes(opened[0] as Phrase)) own.push(...opened)
    }
    // "Self-harm" is "self harm" to whoever compares.
    const part = lower.startsWith('self-') ? word(lower.slice(5)).stem : undefined
    const groupStem = part ?? groups.get(lower) ?? groups.get(lemma) ?? groups.get(stem) ?? lemma
    const inList = (name: string): boolean => list(name).has(lower)
    const gist =
      (inList('templates.ignored') || inList('templates.frequency') ? gistBits.ignored : 0) |
      (inList('templates.light') || list('templates.light').has(groupStem) ? gistBits.light : 0) |
      (inList('templates.polar') || list('templates.polar').has(groupStem) ? gistBits.polar : 0) |
      (clinicianStart.test(lower) ? gistBits.clinician : 0) |
      (registerWord.test(lower) ? gistBits.register : 0) |
      (choiceWord.test(lower) ? gistBits.choice : 0) |
      (negative.test(lower) ? gistBits.negative : 0) |
      (/^\d/.test(lower) && !/^(?:1:1|1-1|121|2:1)$/.test(lower) ? gistBits.number : 0)
    const info: WordInfo = {
      word: lower,
      flags: f,
      forms: v?.forms ?? 0,
      kinds: kinds.get(lemma) ?? 0,
      lemma,
      stem: groupStem,
      detail: detailOf(lower, stem, lemma),
      phrases: own.length > 0 ? own : null,
      seconds: secondsOf(own),
      gist,
      cues: cueBits(lower),
      needs: t.needs,
      weak: t.weak,
      framing: t.framing,
      chime: t.chime,
      dialog: t.dialog,
    }
    // A long batch of misspelt words must not grow without end.
    if (memo.size > 60_000) memo.clear()
    memo.set(lower, info)
    return info
  }
  const spellings = new Map<string, Spelling>()
  const spelling = (written: string): Spelling => {
    const known = spellings.get(written)
    if (known !== undefined) return known
    const lower = written.toLowerCase().replace(/[’‘`]/g, "'")
    const first = written.charCodeAt(0)
    const capital = (first >= 65 && first <= 90) || (first > 127 && written.charAt(0) !== lower.charAt(0))
    const shout = capital && written.length > 1 && written === written.toUpperCase() && /\p{L}{2}/u.test(written)
    const made: Spelling = { word: lower, capital, shout, info: word(lower) }
    if (spellings.size > 60_000) spellings.clear()
    spellings.set(written, made)
    return made
  }
  return { lexicon, spelling, has: (name, term) => list(name).has(term) }
}
