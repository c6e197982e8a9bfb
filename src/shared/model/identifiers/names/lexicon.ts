import cueWords from '../lexicon/cues.json' with { type: 'json' }
import firstNames from '../lexicon/first-names.json' with { type: 'json' }
import surnames from '../lexicon/surnames.json' with { type: 'json' }
import words from '../lexicon/words.json' with { type: 'json' }

/** What the lexicon knows of a word. A word may be several of these: `rose` is a name, a flower and a ward. */
export type WordFacts = {
  /** A first name and hardly anything else. */
  readonly first: boolean
  /** A first name that is also a word: a name unless the words around it say otherwise. */
  readonly either: boolean
  /** A word or a place that is also a first name: a name only if the words around it say so. */
  readonly wordName: boolean
  /** A family name and hardly anything else. */
  readonly family: boolean
  /** A family name that alone is likelier a word or a place. */
  readonly weakFamily: boolean
  /** A word that care documents write with a capital without naming anyone. */
  readonly ordinary: boolean
  /** An ordinary word that is also a family name after a title or a first name. */
  readonly familyWord: boolean
  readonly place: boolean
  /** What makes the words before it the name of a thing: `Ward`, `House`, `Protocol`. */
  readonly namesThing: boolean
}

const set = (list: string) => new Set(list.split(' '))
const first = set(Object.values(firstNames.names).join(' '))
const family = set(Object.values(surnames.names).join(' '))
const weakAlone = set(surnames.weakAlone)
const either = set(words.eitherNames)
const wordName = set(words.wordNames)
const ordinary = set(`${words.ordinary} ${words.drugs}`)
const familyWord = set(words.surnameWords)
const place = set(words.places)
const namesThing = set(words.blockNext)

/** Word groups that tell who is meant: kin, roles, verbs that only people do. All lower case, accents removed. */
export const cues = {
  formalTitles: set(cueWords.formalTitles),
  closeTitles: set(cueWords.closeTitles),
  kin: set(cueWords.kin),
  roles: set(cueWords.roles),
  labels: new Set(cueWords.labels.split('|')),
  byVerbs: set(cueWords.byVerbs),
  strongVerbs: set(cueWords.strongVerbs),
  weakVerbs: set(cueWords.weakVerbs),
  speechTo: set(cueWords.speechTo),
  personOnlyVerbs: set(cueWords.personOnlyVerbs),
  otherVerbs: set(cueWords.otherVerbs),
  toVerbs: set(cueWords.toVerbs),
  personToVerbs: set(cueWords.personToVerbs),
  complements: set(cueWords.complements),
  possessed: set(cueWords.possessed),
  pets: set(cueWords.pets),
  wardWords: set(cueWords.wardWords),
  credentials: set(cueWords.credentials),
  particles: set(cueWords.particles),
  /** First names that are also words or things in lower case: found only with a capital. */
  onlyWithCapital: set(cueWords.lowerOnlyCased),
  /** Two words that look like a person and are not: `Marie Curie`, `Jack Russell`. */
  phrases: new Set(words.phrases),
} as const

const unknown: WordFacts = {
  first: false,
  either: false,
  wordName: false,
  family: false,
  weakFamily: false,
  ordinary: false,
  familyWord: false,
  place: false,
  namesThing: false,
}

/** What the lexicon knows of a folded word. For a double-barrelled word, what it knows of its parts. */
export function factsOf(folded: string): WordFacts {
  const whole = lookUp(folded)
  if (whole !== unknown || !folded.includes('-')) return whole
  const parts = folded.split('-').map(lookUp)
  if (parts.some((part) => part.first)) return { ...unknown, first: true }
  if (parts.every((part) => part.ordinary)) return { ...unknown, ordinary: true }
  if (parts.some((part) => part.family && !part.weakFamily)) return { ...unknown, family: true }
  if (parts.some((part) => part.either)) return { ...unknown, either: true }
  return parts.some((part) => part.ordinary || part.place) ? { ...unknown, ordinary: true } : unknown
}

function lookUp(folded: string): WordFacts {
  const isFirst = first.has(folded)
  const facts: WordFacts = {
    first: isFirst,
    either: !isFirst && either.has(folded),
    wordName: !isFirst && !either.has(folded) && wordName.has(folded),
    family: family.has(folded),
    weakFamily: weakAlone.has(folded),
    ordinary:
      !isFirst && (ordinary.has(folded) || hasWordEnding(folded)) && !(family.has(folded) && !weakAlone.has(folded)),
    familyWord: familyWord.has(folded),
    place: place.has(folded),
    namesThing: namesThing.has(folded),
  }
  return Object.values(facts).some(Boolean) ? facts : unknown
}

/** Endings of words and drugs, not of names: `-ness`, `-ology`, `-azepam`. */
const wordEnding =
  /(?:ness|ology|ologies|ologist|ologists|tion|tions|sion|sions|ment|ments|ity|ities|ance|ances|ence|ences|ency|ancy|ive|ives|ous|ful|less|ing|ings|ship|ships|ism|ist|ists|ical|ally|ically|able|ible|graphy|therapy|therapies|pathy|itis|osis|aemia|uria|ectomy|oscopy|phobia|azepam|azolam|azole|apine|idone|prazole|statin|oxetine|triptyline|pril|olol|sartan|mycin|cillin|barbital|amine|tropine|codone|gliptin|formin|xaban|setron|ised|ized|ated|uate|worker|workers|ward|board|room|time|days|work|care|book|sheet|wards|friendly|based|centred|led|related|wise)$/

// Family names that end so, short words and `-ing` names are in the lists, and are looked up first.
const hasWordEnding = (folded: string) =>
  folded.length >= 6 && wordEnding.test(folded) && !family.has(folded) && !either.has(folded)
