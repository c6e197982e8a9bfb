import { mask, type Token } from './tokens.ts'
import type { WordInfo } from './vocabulary.ts'
import { cls, form, gistBits, verb } from './word-classes.ts'

const none = 0
export const flagsAt = (tokens: readonly Token[], i: number): number => tokens[i]?.info.flags ?? none

const pronounSubject = cls.i | cls.we | cls.they | cls.you | cls.heShe
/** Participles that stand before a noun ("prescribed medication") rather than say what happened. */
const adjectival =
  /^(?:supported|prescribed|enhanced|planned|escorted|unescorted|identified|agreed|named|recommended|required|needed|related|advanced|detailed|proposed|stated|structured|qualified|fixed|used|limited|mixed|preferred|shared|associated|increased|reduced|restricted|targeted|assessed|missed|perceived|repeated|continued|learned|married|balanced|suspected|involved|presenting|admitted|registered|assigned|appointed|unmet|red|bed|med|need|hundred|kindred)$/
const afterParticiple =
  cls.preposition | cls.determiner | pronounSubject | cls.me | cls.my | cls.adverb | cls.name | cls.our
const toIsNoun =
  /^(?:things?|how|ways?|what|where|who|when|steps?|people|places?|activities|contacts?|strategies|skills|plans?|response|access|due|according|respect|relation|addition|attitude|approach|right|rights|risk|reaction|leading|related|prior|next|close|back|up|contact|referral|transfer|discharge|admission|visit|trip|return|and|allergic|adherence|sensitive|engagement|resistance|used|transition|self|days?|exposure|opposed|willing|able|ability|barriers?|triggers?|aims?|threats?|harm|reasons?|motivation|attempts?|need|wish|desire|keys?)$/

export function isPersonWord(token: Token | undefined, info: WordInfo | undefined = token?.info): boolean {
  if (token === undefined || info === undefined) return false
  return (info.flags & (cls.relation | cls.person | cls.patient | cls.staff | pronounSubject)) !== 0 || isName(token)
}

const nameShape = /^\p{L}[\p{L}'-]*$/u
/** A word outside the vocabulary that opens a statement is a name, unless it is built as another word. */
const noNameEnding =
  /(?:ive|al|ic|ous|ed|ing|ly|tion|sion|ment|ness|ity|ism|able|ible|ful|less|ary|ory|ology|itis|phobia|gram|wards|ers|ies|ings|ages|'ll|'ve|'re|'d)$/

/** Reads as a person's first name, or a capitalised word outside the vocabulary. */
export function isName(token: Token | undefined): boolean {
  if (token === undefined || !token.capital || token.mask >= mask.title) return false
  const { flags, detail, forms } = token.info
  if (flags & cls.name) return !(flags & (cls.modal | cls.day))
  if (
    flags &
    (cls.day | cls.modal | cls.preposition | cls.determiner | cls.staff | cls.patient | cls.relation | cls.person)
  )
    return false
  return (
    detail === 1 &&
    forms === 0 &&
    !token.shout &&
    nameShape.test(token.word) &&
    !(token.start === 0 && noNameEnding.test(token.word))
  )
}

const knownAbbreviation = /^(?:ed|mh|id|tv|pc|uk|nhs|mha|rio|sop|bp|ecg|cpa|aob|ref|nb|ps)$/
const initialsShape = /^\p{L}{2,3}$/u

/** Two or three capitals that are no abbreviation of a role or a thing: a person's initials ("JT reported"). */
export const isInitials = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.shout &&
  token.mask < mask.title &&
  token.info.flags === 0 &&
  token.info.forms === 0 &&
  token.info.needs === 0 &&
  initialsShape.test(token.word) &&
  !knownAbbreviation.test(token.word)

const plainAdverb =
  /^(?:only|just|really|always|never|still|often|sometimes|usually|also|even|already|mostly|mainly|sort|kind|of|dead|proper|ever|now|then|both|all|normally|hardly|barely|rarely|seldom|once|soon|long|generally|so|very|too|quite|simply|honestly|nearly|almost)$/
const isPlainAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.gap === '' &&
  (plainAdverb.test(token.word) ||
    (token.word.endsWith('ly') && token.info.forms === 0 && !/^(?:family)$/.test(token.word)))

/** Whether the word at `i` is a verb that says something of a subject, so that the words are a sentence and not a label. */
export function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || token.mask >= mask.title) return false
  const { info } = token
  const before = tokens[i - 1]
  // "I only sleep", "they really hurt": the subject stands before the adverb.
  let subjectAt = i - 1
  while (subjectAt > 0 && isPlainAdverb(tokens[subjectAt])) subjectAt--
  const subject = tokens[subjectAt]
  const after = tokens[i + 1]
  const { flags, forms } = info
  if (info.word === 'be' || info.word === 'have') {
    if (before?.word === 'to') return i === 1 || !toIsNoun.test(tokens[i - 2]?.word ?? '')
    if (info.word === 'be') return i === 0 && after !== undefined
  }
  if (flags & cls.be) return !/^(?:been|being)$/.test(info.word)
  if (flags & cls.modal)
    return (
      !(token.capital && i > 0 && flags & cls.day) &&
      !(info.word === 'will' && before !== undefined && (before.info.flags & cls.determiner) !== 0) &&
      after !== undefined
    )
  if (flags & (cls.have | cls.does)) return info.word !== 'having'
  if (forms === 0) {
    // A past form of a verb nobody listed: "Idris barracked the others".
    if (
      flags === 0 &&
      !token.capital &&
      token.gap === '' &&
      /[^aeiou]ed$/.test(info.word) &&
      info.word.length > 5 &&
      after !== undefined &&
      isPersonWord(before) &&
      startsComplement(tokens, i + 1, info)
    )
      return true
    // A misspelt verb after "I" ("i whant") is a verb all the same.
    return (
      before !== undefined &&
      (before.info.flags & cls.i) !== 0 &&
      before.mask === mask.none &&
      token.gap === '' &&
      info.detail === 1 &&
      !token.capital
    )
  }
  if (
    subject !== undefined &&
    subject.gap !== '(' &&
    (subject.info.flags & pronounSubject) !== 0 &&
    !/^(?:him|them|his|their|your|yours|theirs|hers|himself|herself|themselves|yourself|her)$/.test(subject.word)
  )
    return (forms & ~form.ing) !== 0
  const beforePerson = isPersonWord(before)
  if (forms & form.s && !(forms & form.base)) {
    if (before === undefined || token.gap !== '') {
      if ((flags & cls.nounToo) === 0 && !isNounToo(info)) return after !== undefined || i === 0
      return after !== undefined && (i === 0 || token.gap !== ',') && startsComplement(tokens, i + 1, info)
    }
    if (
      before.info.flags & (cls.determiner | cls.preposition) &&
      !/^(?:that|which|who|this|it|and|but|or|also|then|so|because|as|if|when|what)$/.test(before.word)
    )
      return false
    if (isNounToo(info))
      return (
        (beforePerson ||
          /^(?:it|that|who|which|this|he|she|also|and|often|usually|always|still|only|never|sometimes|currently|regularly|what)$/.test(
            before.word,
          )) &&
        after !== undefined &&
        !before.word.endsWith("'s")
      )
    return true
  }
  if (forms & form.past && !(forms & form.base)) {
    // "Reviewed weekly" says no more than a box filled in.
    if (
      i === 0 &&
      tokens.length <= 3 &&
      tokens.slice(1).every((t) => t.info.gist & gistBits.ignored && t.word.endsWith('ly'))
    )
      return false
    if (token.gap === ',' && before !== undefined && !(isPersonWord(tokens[0]) || (tokens[0]?.info.forms ?? 0) !== 0))
      return false
    if (token.gap === ',' && info.word === 'left') return false
    if (before === undefined || (token.gap !== '' && i > 0))
      return !adjectival.test(info.word)
        ? after !== undefined && (startsComplement(tokens, i + 1, info) || !(forms & form.participle))
        : after !== undefined && (after.info.flags & (cls.preposition | cls.heShe)) !== 0
    if (
      before.info.flags & (cls.determiner | cls.preposition) &&
      !/^(?:that|which|who|this|it|and|but|also|then|so|because|what|if|when)$/.test(before.word)
    )
      return false
    if (adjectival.test(info.word) && after !== undefined && (after.info.flags & (cls.preposition | cls.adverb)) === 0)
      return false
    return !(before.word === 'as' || before.word === 'if')
  }
  if (forms & form.base) {
    // "CMHT report three admissions": a team takes a plural verb.
    if (
      before !== undefined &&
      i === 1 &&
      before.info.flags & cls.staff &&
      info.kinds & verb.report &&
      after !== undefined &&
      !(after.info.forms & form.past)
    )
      return true
    if (before?.word === 'to' && i > 1) {
      const noun = tokens[i - 2]
      return noun !== undefined && !toIsNoun.test(noun.word)
    }
    if (before?.word === 'to') return i === 1
    if (i === 0 || (token.gap !== '' && /[.:;–—-]/.test(token.gap))) return isImperative(tokens, i)
    if (
      before !== undefined &&
      /^(?:please|always|never|also|just|don't|then|not|let's|kindly|and)$/.test(before.word) &&
      i <= 2
    )
      return isImperative(tokens, i)
    if (
      before !== undefined &&
      beforePerson &&
      /(?:s|people|staff|children|parents|men|women|everyone|police|team)$/.test(before.word) &&
      (before.info.flags & cls.name) === 0 &&
      before.word !== 'mental'
    )
      return after !== undefined && startsComplement(tokens, i + 1, info)
    if (
      before !== undefined &&
      !isNounToo(info) &&
      (before.info.flags & (cls.determiner | cls.preposition)) === 0 &&
      before.word.endsWith('s') &&
      before.info.forms === 0
    )
      return true
  }
  return false
}

/** A verb form that may as well be a noun ("signs", "plans"). */
export const isNounToo = (info: WordInfo): boolean => (info.flags & cls.nounToo) !== 0 || nounLemma(info)
const nounLemma = (info: WordInfo): boolean => nounLike.has(info.lemma)
const nounLike = new Set(
  'need,plan,group,visit,report,result,note,record,review,support,risk,trigger,check,test,walk,talk,call,goal,aim,value,state,voice,comment,request,question,share,wish,hope,view,claim,drink,meal,change,step,sign,form,contact,worry,help,interest,activity,thought,feeling,lead,rate,process,benefit,use,function,display,attempt,access,list,limit,point,place,name,neglect,book,stress,relapse,struggle,cause,hand,face,harm,act,end,start,focus,increase,experience,increase,interview,struggle,look,sound,smell,light,box,play,plant,trust,study,transfer,supply,praise,answer,threat,treat,guide,fear,approach,appeal,address,offer,screen,shop,work,care,attack,prompt,target,nurse,dress,exercise,travel,return,witness,measure,promise,cook,shower,sleep,document,escort,consent,release,swim,rest,fall,move,challenge,cost,deal,ring,text,email,phone,matter,reply,query,demand,remark,volunteer'.split(
    ',',
  ),
)

/** Whether what follows reads as the object or complement of a verb. */
function startsComplement(tokens: readonly Token[], i: number, of: WordInfo): boolean {
  const next = tokens[i]
  if (
    next === undefined ||
    (next.gap !== '' && next.gap !== '"' && next.gap !== '“' && next.gap !== "'" && next.gap !== '‘')
  )
    return false
  const f = next.info.flags
  if (/^(?:of|and|or|list|group|plan|form|policy|team|needs?|chart|sheet)$/.test(next.word)) return false
  if (f & afterParticiple || isName(next)) return true
  if (next.info.forms & (form.ing | form.past)) return true
  if (f & (cls.staff | cls.patient | cls.relation | cls.negation)) return true
  return (of.kinds & (verb.report | verb.imperative)) !== 0 && !isNounToo(of)
    ? true
    : next.info.forms === 0 && !(of.forms & form.base)
}

const objectFirst =
  cls.determiner |
  pronounSubject |
  cls.my |
  cls.me |
  cls.our |
  cls.patient |
  cls.staff |
  cls.relation |
  cls.name |
  cls.negation

/** Whether the word at `i` starts an instruction ("Give lorazepam", "Sing with Norma"). */
export function isImperative(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (
    token === undefined ||
    token.mask !== mask.none ||
    !(token.info.forms & form.base || /^(?:don't|dont|please|let's|be)$/.test(token.word))
  )
    return false
  if (/^(?:don't|dont|please|let's)$/.test(token.word)) return tokens[i + 1] !== undefined
  if (!(token.info.kinds & verb.imperative)) return false
  const next = tokens[i + 1]
  if (next === undefined) return !isNounToo(token.info)
  if (next.gap !== '' && !/^["“'‘(]/.test(next.gap)) return false
  if (next.info.flags & (cls.be | cls.modal)) return false
  if (!isNounToo(token.info)) return true
  const f = next.info.flags
  if (
    /^(?:of|plan|plans|group|groups|worker|workers|round|team|and|or|needs?|list|form|meeting|date|history|signs?|status|management|planning|coordinator|co-ordinator|assessment)$/.test(
      next.word,
    )
  )
    return false
  if (f & objectFirst || isName(next)) return true
  if (
    /^(?:to|with|on|up|out|about|for|in|into|at|from|off|down|by|regularly|closely|weekly|daily|any|all|each|when|if)$/.test(
      next.word,
    )
  )
    return !/^(?:need|access|risk|history|contact|referral)$/.test(token.word) || f === 0
  // "Support family contact", "Monitor weight weekly": a verb that is said to staff more than it names a thing.
  return (
    (token.info.kinds & verb.clinical) !== 0 ||
    /^(?:support|book|use|plan|contact|monitor|record|review|offer|prompt|help|start|stop|restart|increase|reduce|trial)$/.test(
      token.word,
    )
  )
}

const openingAdjective = /^(?:scared|sick|fed|tired|off|stuck|unable|unwilling)$/

const openingIng =
  /^(?:awaiting|struggling|engaging|sleeping|eating|drinking|mobilising|continuing|remaining|hearing|feeling|declining|refusing|responding|presenting|settling|attending|requesting|experiencing|complying|becoming|isolating|interacting|managing|spending|displaying|pacing|appearing|saying|asking|denying|reporting|expressing|claiming|stating|describing)$/

/** Whether the words hold a predicate: without one nobody is saying anything (a heading, a list, a drug and its dose). */
export function hasPredicate(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length; i++) if (isFiniteVerb(tokens, i)) return true
  const first = tokens[0]
  if (first === undefined) return false
  if (
    openingAdjective.test(first.word) &&
    tokens.length > 5 &&
    tokens.some((t) => /^(?:of|since|because|cos|and|would)$/.test(t.word))
  )
    return true
  return (
    first.mask < mask.title &&
    openingIng.test(first.word) &&
    tokens.length > 2 &&
    (startsComplement(tokens, 1, first.info) ||
      (tokens[1]?.word === 'and' && ((tokens[2]?.info.forms ?? 0) & form.ing) !== 0))
  )
}
