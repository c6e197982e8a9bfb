import { bare } from './subjects.ts'
import { mask, type Token } from './tokens.ts'
import type { VoiceContext } from './voice-words.ts'
import { cls, form, verb } from './word-classes.ts'

const feeling =
  /^(?:anxious|angry|scared|upset|tired|low|lonely|bored|nervous|panicky|worked|wound|down|frightened|stressed|jumpy|sad|really|so|very|dead|proper|confused|muddled|frustrated|overwhelmed|agitated|depressed|a|like|as|sick|better|worse|safe|that|the|ill|unwell|high|weird|funny|rough|lost|on|paranoid|wobbly|dizzy|awful|good|ok|okay|fine)$/
const afterDont =
  /^(?:like|want|know|trust|feel|need|think|believe|get|have|see|sleep|eat|understand|remember|hear|wanna|care|go|do|always|really|mind|fancy|even|deserve|belong|agree|enjoy|cope)$/
const adverbLead =
  /^(?:just|really|still|also|sometimes|often|always|only|mostly|usually|never|so|and|but|well|now|yes|no|honestly|please|mainly)$/
const requestLead = /^(?:please|pls|plz)$/

/** Reads the person's voice where no pronoun gives it: a dropped "I", a request, a plea. Null when it does not sound so. */
export function scorePatientWithoutPronoun(
  tokens: readonly Token[],
  context: VoiceContext,
  question: boolean,
  text: string,
): { says: string; at: Token | undefined; unsure: boolean } | null {
  const open = tokens.filter((t) => t.mask === mask.none)
  let i = 0
  while (i < open.length - 1 && adverbLead.test(open[i]?.word ?? '') && !requestLead.test(open[i]?.word ?? '')) i++
  const v = open[i]
  if (v === undefined) return null
  const next = open[i + 1]
  const another =
    open.some((t) => (t.info.flags & (cls.heShe | cls.patient)) !== 0) ||
    (context.people !== null && open.some((t) => t.capital && context.people?.patientNames.has(bare(t.word))))
  const dropped = (sure: boolean): { says: string; at: Token; unsure: boolean } => ({
    says: `“${text.slice(v.start, v.end)}” with “I” left out`,
    at: v,
    unsure: !sure,
  })
  if (question)
    return open.some((t) => /^(?:someone|somebody|anyone|anybody)$/.test(t.word)) && !another
      ? { says: 'a question the person asks', at: v, unsure: true }
      : open.some((t) => t.word === 'you') && /^(?:can|could|will|why)$/.test(v.word) && !another
        ? { says: 'a question the person asks', at: v, unsure: true }
        : null
  if (another && !/^(?:miss|love|hate|want|dont|don't)$/.test(v.word)) return null
  if (requestLead.test(v.word)) {
    const lemma = next?.info.lemma ?? ''
    if (
      another ||
      next === undefined ||
      next.info.kinds & verb.clinical ||
      /^(?:see|find|refer|note|ensure|read|sign|complete|attach|use|return|contact|ask|remember|bring|call|ring|encourage|be)$/.test(
        lemma,
      )
    )
      return null
    if (open.some((t) => (t.info.flags & cls.staff) !== 0 && t.word !== 'staff')) return null
    return { says: 'a request to staff', at: v, unsure: true }
  }
  if (/^(?:wouldn't|wouldnt|don't|dont)$/.test(v.word) && next?.word === 'mind' && !another) return dropped(true)
  if (
    !(v.info.kinds & verb.dropped) &&
    !/^(?:don't|dont|can't|cant|carnt|cannot|am|gonna|gotta|wanna|dunno|haven't|havent|sick|fed)$/.test(v.word)
  )
    return null
  if (next === undefined) return null
  if (another && !/^(?:miss|love|hate|want)$/.test(v.word)) return null
  const { word } = v
  if (v.info.forms !== 0 && !(v.info.forms & form.base)) return null
  if (/^(?:sick|fed)$/.test(word)) return next.word === 'of' || next.word === 'up' ? dropped(true) : null
  if (word === 'am') return dropped(true)
  if (/^(?:don't|dont)$/.test(word)) return afterDont.test(next.word) && next.word !== 'do' ? dropped(true) : null
  if (/^(?:can't|cant|carnt|cannot)$/.test(word)) {
    if (next.word === 'be' || another) return null
    return dropped(word !== 'cannot')
  }
  if (/^(?:gonna|gotta|wanna|dunno|haven't|havent|dread|dislike|crave)$/.test(word)) return dropped(true)
  if ((next.info.flags & cls.be && !/^(?:being|been)$/.test(next.word)) || next.info.flags & cls.modal) return null
  if (next.gap !== '') return null
  if (/^(?:want|hate|love|miss|fancy|wish)$/.test(word))
    return /^(?:of|and|list)$/.test(next.word) ? null : dropped(true)
  if (word === 'need')
    return open.some((t, k) => k > 0 && (t.info.kinds & verb.clinical) !== 0 && open[k - 1]?.word === 'to') ||
      (next.info.flags & (cls.preposition | cls.adverb) && next.word !== 'to') ||
      next.info.forms & form.ing
      ? null
      : /^(?:to|my|a|someone|somebody|more|some|help|time|space)$/.test(next.word)
        ? dropped(false)
        : null
  if (word === 'feel') return feeling.test(next.word) ? dropped(true) : null
  if (word === 'get')
    return feeling.test(next.word) && !/^(?:a|the|as|like|that|on|better|down|so|down)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'keep')
    return next.info.forms & form.ing && !/^(?:taking|monitoring|encouraging|offering|trying)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'find')
    return open
      .slice(i + 1)
      .some((t) => /^(?:hard|difficult|easier|tough|helpful|scary|boring|tricky|impossible)$/.test(t.word))
      ? dropped(true)
      : null
  if (word === 'have')
    return /^(?:been|got|always|never|no|to|had|nothing|nobody|nightmares|felt|lost)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'hear') return dropped(true)
  if (word === 'like')
    return next.info.forms & form.ing || /^(?:to|the|it|when|having|being|my|people)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'live') return /^(?:with|in|alone|on|at)$/.test(next.word) ? dropped(true) : null
  if (word === 'think') return next.word === 'about' ? null : dropped(true)
  if (word === 'sleep') return /^(?:better|badly|with|all|through|in|on)$/.test(next.word) ? dropped(false) : null
  if (word === 'wake') return next.word === 'up' && open.length > 3 ? dropped(false) : null
  if (/^(?:hope|prefer|enjoy|worry|struggle|suffer|cry|panic|know|believe|lose|shake|trust)$/.test(word))
    return /^(?:of|and|for|list)$/.test(next.word) && word !== 'hope'
      ? null
      : dropped(!/^(?:trust|panic|know|believe|shake|lose|cry|hope)$/.test(word))
  return null
}
