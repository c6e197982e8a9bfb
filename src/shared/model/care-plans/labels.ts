import { isName } from './clauses.ts'
import { bare, type People } from './subjects.ts'
import type { Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { cls } from './word-classes.ts'

/** The label before a colon, and whose words it says follow. */
export interface Label {
  /** How many words the label has. */
  words: number
  kind: 'patient' | 'carer' | 'staff' | 'name' | 'quote' | 'script' | 'field'
  /** Nothing worth reading follows: "none", a date, "see above". */
  trivial: boolean
  /** A goal or wish: a narrator often writes it. */
  goal: boolean
  /** The label itself is in the person's voice ("What matters to me"). */
  mine: boolean
}

const colonOrDash = /:|\s[-–—]\s/
const goalWord = /\b(?:goals?|aspirations?|aims?)\b/
const roleWord = /^(?:rmn|rgn|cpn|hca|ot|dr|nurse|doctor|rc|sw|consultant|gp|keyworker|prof)$/
const scriptVerb = /^(?:say|reply|respond|phrase|phrases|script|prompt|saying|repeat|answer|ask|wording|use|tell)$/

/** "Wife - I'll have him home", "Key worker's summary - I feel": who writes, before a dash. */
function namesWriter(tokens: readonly Token[], k: number, vocabulary: Vocabulary): boolean {
  const words = tokens.slice(0, k).map((t) => bare(t.word))
  const says = /^(?:comments?|views?|summary|notes?|entry|report|feedback|statement|opinion|update)$/.test(
    words[k - 1] ?? '',
  )
  const who = words.slice(0, says ? k - 1 : k)
  if (who.length === 0 || who.length > 3) return false
  return (
    vocabulary.has('voice.staffLabels', who.join(' ')) ||
    (vocabulary.has('voice.carerLabels', who.join(' ')) && who[0] !== 'family') ||
    (who.length === 1 && says && vocabulary.has('voice.carerLabels', who[0] ?? ''))
  )
}

/** Reads a label at the start of a statement: a few words and a colon, or a known one and a dash; null when there is none. */
export function readLabel(
  tokens: readonly Token[],
  text: string,
  vocabulary: Vocabulary,
  people: People | null,
): Label | null {
  if (!colonOrDash.test(text)) return null
  let words = 0
  for (let k = 1; k <= Math.min(9, tokens.length); k++) {
    const gap = k < tokens.length ? (tokens[k]?.gap ?? '') : text.slice(tokens[k - 1]?.end ?? 0)
    if (/^\)?['"’”]?:/.test(gap) || /^:/.test(gap.trim())) {
      words = k
      break
    }
    if (/^\s*[-–—]\s*/.test(gap) && k <= 5 && k < tokens.length) {
      const phrase = text.slice(tokens[0]?.start ?? 0, tokens[k - 1]?.end ?? 0).toLowerCase()
      if (vocabulary.has('voice.patientLabels', phrase.replace(/’/g, "'")) || namesWriter(tokens, k, vocabulary)) {
        words = k
        break
      }
    }
    if (/[.!?;]/.test(gap)) return null
  }
  if (words === 0) return null
  const label = tokens.slice(0, words)
  const phrase = text
    .slice(label[0]?.start ?? 0, label.at(-1)?.end ?? 0)
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\s*[([].*$/, '')
    .replace(/^(?:the|my own|his|her|their) (?=\w+ \w)/, '')
  const value = text
    .slice(label.at(-1)?.end ?? 0)
    .replace(/^[\s):'"’”–—-]+/, '')
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  const trivial =
    vocabulary.has('voice.trivialValues', value) ||
    /^[\d\s./:,%-]*$/.test(value) ||
    /^(?:declined|refused|unable|did not wish) to (?:comment|say|answer|engage|sign)/.test(value)
  const first = label[0]
  const last = label.at(-1)
  if (first === undefined || last === undefined) return null
  const at = (kind: Label['kind']): Label => ({
    words,
    kind,
    trivial,
    goal: goalWord.test(phrase),
    mine: /\b(?:me|my|i|i'd|i'm|own)\b/.test(phrase),
  })
  const fills = /^(?:as|called|by|to|with|is|on|at|name)$/.test(last.word)
  const finite =
    !fills &&
    label.some(
      (t, i) =>
        i > 0 &&
        (t.info.flags & (cls.be | cls.modal)) !== 0 &&
        !/^(?:what|who|how|where|when|i|things|people|which)$/.test(label[0]?.word ?? ''),
    )
  const toVerb = label.findIndex((t) => t.word === 'to')
  // "If he raises his voice, lower yours: …": words to say to the person.
  if (/^(?:if|when|should)$/.test(first.word) && label.some((t) => (t.info.flags & (cls.heShe | cls.patient)) !== 0))
    return at('script')
  if (
    label.some((t) => /^(?:wording|script|phrase|phrases|mantra|affirmation|affirmations|prompts)$/.test(t.word)) &&
    !label.some((t) => (t.info.flags & cls.my) !== 0)
  )
    return at('script')
  if (
    (toVerb >= 0 && scriptVerb.test(label[toVerb + 1]?.word ?? '')) ||
    (scriptVerb.test(first.word) && words <= 4 && (words === 1 || last.word !== 'words')) ||
    (scriptVerb.test(last.word) && /^(?:staff|please)$/.test(first.word))
  )
    return at('script')
  if (/^as .+ (?:puts?|says?|said|describe[sd]?|explain(?:s|ed)|sees?) (?:it|this)$/.test(phrase)) return at('quote')
  if (/^(?:quote|quotation|words|comment|quoted) (?:from|of|by) /.test(phrase) && words <= 5) return at('quote')
  if (
    /\b(?:words|message|reply|answer|letter|request|poem)\b/.test(phrase) &&
    (/^in (?:his|her|their) /.test(text.toLowerCase()) || label.some((t) => isName(t) && t.word !== bare(t.word)))
  )
    return at('quote')
  if (vocabulary.has('voice.patientLabels', phrase)) return at('patient')
  const wordsOf = label.map((t) => bare(t.word))
  const about = /\b(?:comments?|views?|words|voice|wishes|feedback|opinion|said|says|perspective|quote)\b/.test(phrase)
  const whoever = wordsOf.find((w) => vocabulary.has('voice.carerLabels', w))
  const staffPhrase =
    vocabulary.has('voice.staffLabels', phrase) ||
    vocabulary.has('voice.staffLabels', wordsOf[0] ?? '') ||
    vocabulary.has('voice.staffLabels', wordsOf.slice(0, 2).join(' '))
  if (
    staffPhrase ||
    label.some((t) => roleWord.test(t.word) || (words > 1 && (t.info.flags & cls.role) !== 0 && t.shout))
  )
    return at('staff')
  if (whoever !== undefined && (words <= 2 || about || label[0]?.info.flags === cls.relation)) return at('carer')
  if (/\b(?:patient|service user|client|young person|resident)\b/.test(phrase) && about) return at('patient')
  if (label.some((t) => people?.patientNames.has(bare(t.word)) === true) && (words <= 2 || about))
    return at(about ? 'patient' : 'name')
  if (words <= 3 && isName(first) && (words === 1 || isName(last) || about)) return at(about ? 'patient' : 'name')
  if (finite && words > 3) return null
  return at('field')
}

/** "What upsets me", "Things I can do myself": a form that asks in the person's voice. */
const ownHeading = /^(?:what|things|people|places|ways|signs|how)\b.*\b(?:i|me|myself)\b/

/** Whose words a heading or an author cell says stand below or beside it; null when it does not say. */
export function settingOf(
  heading: string,
  vocabulary: Vocabulary,
  people: People | null,
): 'patient' | 'carer' | 'staff' | null {
  const phrase = heading
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[:\s]+$/, '')
    .trim()
  if (phrase.length > 60) return null
  if (vocabulary.has('voice.patientHeadings', phrase) || ownHeading.test(phrase)) return 'patient'
  const words = phrase.split(/[^\p{L}'-]+/u).map(bare)
  const about = words.some((w) =>
    /^(?:comments?|views?|words|voice|wishes|feedback|opinion|perspective|notes?|entry|contribution|input|thoughts|account|statement|report|summary|reply|letter|response|update)$/.test(
      w,
    ),
  )
  const single = words.length <= 2
  if (words.some((w) => vocabulary.has('voice.carerLabels', w)) && (about || single) && !words.includes('patient'))
    return single &&
      !about &&
      /^(?:family|carers?|parents?|friends?|children)$/.test(words[0] ?? '') &&
      words.length > 1
      ? null
      : about || words.length === 1
        ? 'carer'
        : null
  if (words.some((w) => w === 'patient' || w === 'user' || w === 'client' || w === 'resident') && (about || single))
    return 'patient'
  if (
    people !== null &&
    words.length <= 3 &&
    words.some((w) => people.patientNames.has(w)) &&
    (about || words.length <= 2)
  )
    return 'patient'
  if (
    (about || single) &&
    words.some(
      (w, i) =>
        vocabulary.has('voice.staffLabels', w) || vocabulary.has('voice.staffLabels', `${w} ${words[i + 1] ?? ''}`),
    ) &&
    !/^(?:care|plan)$/.test(words[0] ?? '')
  )
    return about || !/^(?:team|ward|medical|nursing|psychology|housing|school)$/.test(words[0] ?? '') ? 'staff' : null
  return null
}
