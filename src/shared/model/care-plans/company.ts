import { isName } from './clauses.ts'
import { against, verbAfter, type Scene } from './scene.ts'
import type { Token } from './tokens.ts'
import { cls, verb } from './word-classes.ts'

const own = cls.i | cls.me | cls.my
const illness =
  /^(?:settle|settles|settled|anxious|upset|distressed|medication|meds|tablets|unwell|ill|self-harm|self-harms|relapse|relapses|hides|hide|sleeps|sleep|eats|eat|needs|need|gets|loves|likes|hates|struggles|bottles|prefers|hears|voices|appointments|overwhelmed|agitated|discharged|discharge|ward|hospital|confused|forgets|wanders|becomes|refuses|stops|paces|cries|calms|calm|safe)$/
/** What "always" and "never" say of somebody's nature: a relative describes the person. */
const lasting =
  /\b(?:always|never) (?:been|liked|had|was|wanted|slept|eaten|coped)\b|\b(?:gets|goes|is|was|he's|she's|been) (?:\w+ )?(?:worse|frightened|scared|quiet|afraid|violent|low|paranoid|poorly|unwell)\b|\b(?:cuts|hurts|starves|locks|shuts) (?:himself|herself|when)\b|\b(?:cannot|can't|can’t|won't|won’t|doesn't|doesn’t) (?:read|swallow|manage|cope|wash|eat|sleep|settle|bear|take|tell|talk|speak)\b/i
/** A plea to staff for somebody: "please don't leave her alone", "crush them or she hides them". */
const pleaFor =
  /\b(?:please )?(?:don't|don’t|do not|please|never|always) \w+ (?:him|her|them|his)\b|[,;] (?:crush|leave|keep|give|let|watch|ring|tell) (?:him|her|them)\b/i
const sharedWord =
  /^(?:married|engaged|flat|house|wedding|dog|cat|dogs|cats|kids|bed|holiday|football|lads|together|mam|band|whippets|baby)$/
const staffWeNoun =
  /^(?:team|service|ward|unit|records|clinic|policy|notes|plan|staff|psychologist|consultant|crisis|duty|reception|occupational|pharmacist|mdt|trust|assessment|letter|recommendation|plans|intention|aim|concern|concerns|doctor|nurses|social|department|caseload|office|contact)$/

const treated = /\b(?:his|her) (?:tablets?|medication|meds|injection|depot|dose|nurse|doctor|psychiatrist)\b/i

/** Whether "I" does something to "him" or "her" other than feel, ring or see: persuade, lift, calm. */
const actsFor = (words: readonly Token[]): boolean =>
  words.some((t, i) => {
    if ((t.info.flags & cls.i) === 0) return false
    const k = verbAfter(words, i)
    const v = words[k]
    return (
      v !== undefined &&
      /^(?:him|her)$/.test(words[k + 1]?.word ?? '') &&
      (v.info.kinds & verb.self) === 0 &&
      !/^(?:ring|see|visit|call|phone|text|meet|write|tell|ask|marry|lose|leave|let|find|bury)$/.test(v.info.lemma)
    )
  })

/** "I worry", "I miss": the person says how they are; "I hide the car keys" is what a relative does. */
function isOwnFeeling(words: readonly Token[], i: Token): boolean {
  const k = verbAfter(words, words.indexOf(i))
  return (
    k < 0 ||
    ((words[k]?.info.kinds ?? 0) & verb.self && !/^(?:hide|keep|cook|use)$/.test(words[k]?.info.lemma ?? '')) !== 0
  )
}

/** Weighs "my son" and "our daughter": a relative who speaks of the person, or the person of a relative. */
export function weighRelative(scene: Scene): void {
  const { words, text } = scene
  // A relative who speaks of "my son", or of "Dad": the son is the subject throughout.
  const bareRelation = /^(?:mum|mam|dad|nan|nana|gran|grandad)$/.test(words[0]?.word ?? '')
  const myRelation = bareRelation
    ? 0
    : words.findIndex(
        (t, i) =>
          (t.info.flags & (cls.my | cls.our)) !== 0 &&
          ((words[i + 1]?.info.flags ?? 0) & cls.relation) !== 0 &&
          /^(?:son|daughter|husband|wife|brother|sister|mum|mother|dad|father|partner|nan|gran|boy|girl|lad|grandson|granddaughter|nephew|niece)$/.test(
            words[i + 1]?.word ?? '',
          ),
      )
  const relationAt = bareRelation ? 0 : myRelation + 1
  // "Our Billy needs his inhaler": one of the family, spoken of throughout.
  const called = words[0]?.word === 'our' ? words[1] : undefined
  if (
    called !== undefined &&
    isName(called) &&
    words.slice(2).some((t) => (t.info.flags & cls.heShe) !== 0) &&
    !words.some((t) => (t.info.flags & own) !== 0)
  )
    against(scene, 4.5, 'a relative speaks of the person', words[0], called)
  // "I know my sister wants her own key": what a relative says for the person.
  if (
    myRelation > 1 &&
    /^(?:know|think|believe|hope|worry|feel|wish)$/.test(words[myRelation - 1]?.info.lemma ?? '') &&
    !words.some((t) => (t.info.flags & cls.me) !== 0)
  )
    against(scene, 3, 'a relative speaks of the person', words[myRelation], words[relationAt])
  if (myRelation >= 0 && myRelation <= 3) {
    const rest = words.slice(relationAt + 1)
    const selfElsewhere = rest.some((t) => (t.info.flags & own) !== 0)
    const himself = rest.some((t) => (t.info.flags & cls.heShe) !== 0)
    const signs = rest.filter((t) => illness.test(t.word)).length
    const singular = words[myRelation]?.word === 'our'
    const ofMe = rest.some((t) => (t.info.flags & (cls.me | cls.my)) !== 0)
    // "My wife thinks… and I cannot persuade her", "Dad has been falling… his tablets": what is done for the relative, and what treats them.
    if (himself && !ofMe && (actsFor(words) || treated.test(text)))
      against(scene, 4, 'a relative speaks of the person', words[myRelation], words[relationAt])
    if (himself && !ofMe && pleaFor.test(text))
      against(scene, 4, 'a relative speaks of the person', words[myRelation], words[relationAt])
    else if (
      !ofMe &&
      lasting.test(text) &&
      (himself || !selfElsewhere || !words.some((t) => (t.info.flags & cls.i) !== 0 && isOwnFeeling(words, t)))
    )
      against(scene, selfElsewhere ? 3 : 4, 'a relative speaks of the person', words[myRelation], words[relationAt])
    if (
      singular &&
      !selfElsewhere &&
      rest.some((t) => /^(?:home|nearer|closer|moved|supported|visited|discharged|transferred)$/.test(t.word))
    )
      against(scene, 4, 'a relative speaks of the person', words[myRelation], words[relationAt])
    if (!selfElsewhere && signs > 0 && (himself || signs > 1 || singular))
      against(scene, 4, 'a relative speaks of the person', words[myRelation], words[relationAt])
    else if (singular && himself && !selfElsewhere)
      against(scene, 3.5, 'a relative speaks of the person', words[myRelation], words[relationAt])
  }
}

/** Weighs "we" and "our": the team, the family, or the person with somebody. */
export function weighWe(scene: Scene): void {
  const { words, hasMy, hasI, loose, nameToken, text } = scene
  const heads = (f: number): boolean => words.some((t) => (t.info.flags & f) !== 0)
  // "We" and "our".
  for (let i = 0; i < words.length; i++) {
    const t = words[i]
    if (t === undefined || !(t.info.flags & (cls.we | cls.our))) continue
    if (t.info.flags & cls.our) {
      const next = words[i + 1]
      if (t.word === 'us') {
        if (
          hasMy ||
          hasI ||
          !(
            loose !== undefined ||
            heads(cls.patient) ||
            nameToken !== undefined ||
            /\b(?:contact|call|ring|tell|let) us\b/i.test(text)
          )
        )
          scene.first += 1
        else against(scene, 2, '“us” is the team or the family', t)
      } else if (next !== undefined && (staffWeNoun.test(next.word) || staffWeNoun.test(words[i + 2]?.word ?? '')))
        against(scene, 3, '“our” is the team’s', t, next)
      else
        scene.first +=
          next !== undefined && (isName(next) || next.info.flags & cls.relation) && loose === undefined ? 1.5 : 0.5
      continue
    }
    const k = verbAfter(words, i)
    const v = k > 0 ? words[k] : undefined
    const couple = words.slice(0, i).some((x) => (x.info.flags & cls.relation) !== 0) && loose === undefined
    const clinic = v !== undefined && (v.info.kinds & verb.staff) !== 0 && !(v.info.kinds & verb.self)
    const shared = (!(clinic && !couple && !hasI) && words.some((x) => sharedWord.test(x.word))) || couple || hasI
    const future =
      (t.info.flags & cls.modal) !== 0 || words.slice(i + 1, k).some((x) => (x.info.flags & cls.modal) !== 0)
    if (hasMy) {
      scene.first += 1.5
      continue
    }
    if (heads(cls.you) && !hasI) {
      against(scene, 3, '“we” is the team, speaking to the person', t, v)
      continue
    }
    if (v !== undefined && v.info.kinds & (verb.weStaff | verb.staff) && (!shared || loose !== undefined)) {
      const about = words.slice(k + 1).some((x) => (x.info.flags & (cls.heShe | cls.patient)) !== 0 || isName(x))
      against(
        scene,
        future || about || v.info.kinds & verb.clinical || v.info.kinds & verb.staff ? 3 : 2,
        '“we” is the team',
        t,
        v,
      )
    } else if (
      v === undefined &&
      words.slice(i + 1).some((x) => /^(?:concerned|worried|mdt|meeting|unable|planning|aware)$/.test(x.word))
    )
      against(scene, 2.5, '“we” is the team', t)
    else scene.first += shared ? 2 : 1
    if (/\bmdt\b|\bward round every\b/i.test(text)) against(scene, 1.5, '“we” is the team', t)
  }
}
