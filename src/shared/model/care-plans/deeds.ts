import { isName } from './clauses.ts'
import { against, institutional, isSelfObject, staffObject, verbAfter, type Scene } from './scene.ts'
import { bare } from './subjects.ts'
import { cls, form, verb } from './word-classes.ts'

const interactVerb =
  /^(?:take|sit|meet|see|speak|discuss|visit|ask|encourage|help|support|escort|accompany|walk|offer|assist|prompt|review|assess|observe|spend|explain|give|call|ring|phone|book|refer|introduce|work|talk|contact|inform|remind|show|advise)$/
/** What is done to somebody in care: "I have been given a copy". */
const receives =
  /^(?:give|offer|involve|tell|show|section|detain|admit|restrain|seclude|prescribe|diagnose|put|include|consult|listen|move|force|bully|nurse|support|encourage|read)$/
/** How a plan has the person describe themselves in a clinician's words: "I present with", "I require", "I can become". */
const selfDescribed =
  /^(?:present|experience|display|exhibit|lack|require|become|suffer|struggle|hear|relapse|engage|refrain|remain|abscond|self-neglect|self-harm|isolate|disengage|respond|benefit|utilise|utilize)$/
/** What somebody does with their own plan: read it, sign it, agree to it. */
const consents =
  /^(?:read|sign|agree|discuss|understand|receive|contribute|have|get|accept|refuse|decline|see|keep|lose|help|write)$/
const shiftWord =
  /^(?:colleague|colleagues|shift|caseload|clinic|impression|formulation|supervisor|recommendation|recommendations|handover|findings|patients|examination|opinion|assessment|concern|concerns|entry|understanding)$/

/** Weighs what "I" does: staff prescribe, offer, take somebody somewhere; the person wants, feels, misses. */
export function weighDeeds(scene: Scene): void {
  const { words, context, hasMy, loose, text } = scene
  const hasStaffWork = words.some((t) => (t.info.flags & (cls.heShe | cls.patient)) !== 0)
  // What "I" does.
  for (let i = 0; i < words.length; i++) {
    const t = words[i]
    if (t === undefined || (t.info.flags & cls.i) === 0) continue
    scene.first += 1
    const k = verbAfter(words, i)
    const v = k > 0 ? words[k] : undefined
    if (v === undefined) continue
    const object = words[k + 1]
    const next = words.slice(k + 1, k + 6)
    const self = isSelfObject(words, k + 1)
    const aboutOther = next.some(
      (x, n) =>
        (x.info.flags & (cls.heShe | cls.patient)) !== 0 ||
        (isName(x) &&
          !/^(?:st|saint|at|in|on|near)$/.test(words[k + n]?.word ?? '') &&
          (context.people === null ||
            context.people.patientNames.size === 0 ||
            context.people.patientNames.has(bare(x.word)))) ||
        x.word === 'mr' ||
        x.word === 'mrs' ||
        x.word === 'ms',
    )
    const toYou = next.some((x) => (x.info.flags & cls.you) !== 0)
    const passive =
      words.slice(i, k).some((x) => (x.info.flags & cls.be) !== 0) && (v.info.forms & form.participle) !== 0
    if (passive) {
      if (receives.test(v.info.lemma) && !hasStaffWork) scene.first += 2.5
      if (
        /^(?:allocate|ask|bleep|call|inform|request)$/.test(v.info.lemma) &&
        /\b(?:named nurse|keyworker|review|assess|attend by|to see)\b/i.test(text) &&
        !hasMy
      )
        against(scene, 2.5, 'this is what staff do', t, v)
      else scene.first += 1
      continue
    }
    if (
      selfDescribed.test(v.info.lemma) &&
      !aboutOther &&
      !toYou &&
      (v.info.forms & form.base) !== 0 &&
      !(v.info.lemma === 'remain' && next.some((x) => /^(?:concern|of$|inclined)/.test(x.word)))
    )
      scene.first += 2.5
    // "I have spoken to the housing association", "I will continue to offer weekly sessions": work done or promised.
    const done =
      (v.info.forms & (form.past | form.participle)) !== 0 || /^(?:continue|apologise|enclose)$/.test(v.info.lemma)
    if (
      done &&
      !hasMy &&
      !aboutOther &&
      !consents.test(v.info.lemma) &&
      (v.info.kinds & verb.self) === 0 &&
      institutional(words, k)
    )
      against(scene, 3.5, 'this is what staff do', t, v)
    if (
      loose !== undefined &&
      object === loose &&
      /^(?:him|her)$/.test(loose.word) &&
      (v.info.kinds & (verb.self | verb.staff)) === 0
    )
      against(scene, 2, 'it speaks of the person as another', t, loose)
    if (v.info.kinds & verb.staff) {
      if (self) scene.first += 1.5
      else if (
        /^(?:increase|reduce|titrate|chart|commence|restart|withhold|switch|stop|review|check|arrange|start)$/.test(
          v.info.lemma,
        ) &&
        (v.info.forms & (form.past | form.participle)) !== 0 &&
        next.some((x) => x.info.detail === 0 && (x.info.needs & 1) !== 0 && !x.info.weak)
      )
        against(scene, 2.5, 'this is what staff do', t, v)
      else if (aboutOther) against(scene, 3, 'this is what staff do', t, v)
      else if (object !== undefined && staffObject(words, k)) against(scene, 2.5, 'this is what staff do', t, v)
      else if (toYou) against(scene, 2, 'this is what staff do', t, v)
      else if (
        /^(?:prescribe|administer|titrate|liaise|clerk|signpost|de-escalate|upload|chase|commence|countersign|rescind|medicate|discharge|triage|allocate|facilitate)$/.test(
          v.info.lemma,
        )
      )
        against(scene, 2.5, 'this is what staff do', t, v)
      else if (v.info.kinds & verb.self) scene.first += 1
    } else if (v.info.kinds & verb.staffSoft) {
      const firstName = next.find(
        (x) => isName(x) && (x.info.flags & cls.name) !== 0 && (x.info.flags & cls.staff) === 0,
      )
      const relationBefore =
        firstName !== undefined &&
        words.some(
          (x) =>
            x.end < firstName.start && x.start >= v.start && (x.info.flags & (cls.relation | cls.staff | cls.my)) !== 0,
        )
      const patientLike =
        firstName !== undefined &&
        !relationBefore &&
        !self &&
        interactVerb.test(v.info.lemma) &&
        (v.info.forms & form.past) !== 0 &&
        !hasMy
      if (patientLike && context.people === null)
        against(scene, 2.2, 'this is what staff do with a person they name', t, firstName)
      else if (toYou && !self) against(scene, 2, 'it is said to the person', t, v)
      else if (
        staffObject(words, k) &&
        !self &&
        !hasMy &&
        ((v.info.forms & (form.past | form.participle)) !== 0 || loose !== undefined)
      )
        against(scene, 1.8, 'this is what staff do', t, v)
      if (v.info.kinds & verb.self && !(staffObject(words, k) && !hasMy && (v.info.forms & form.base) === 0))
        scene.first += 1.5
    } else if (v.info.kinds & verb.self || !(v.info.kinds & verb.weStaff)) scene.first += 1.5
    // "I will visit twice a week": whom, it need not say.
    if (
      /^(?:visit|review|reassess)$/.test(v.info.lemma) &&
      !hasMy &&
      (object === undefined ||
        /^(?:twice|once|weekly|daily|monthly|again|on|next|in|every|fortnightly|tomorrow)$/.test(object.word))
    )
      against(scene, 3, 'this is what staff do', t, v)
    if (v.info.lemma === 'remain' && next.some((x) => /^concern/.test(x.word)))
      against(scene, 2.5, 'this is how staff put a concern', t, v)
    if (v.info.lemma === 'visit' && !hasMy && loose !== undefined) against(scene, 1, 'a visitor speaks', t, v)
  }
}

/** Weighs what "my" and "me" go with: "my shift" or "my nan". */
export function weighOwn(scene: Scene): void {
  const { words, loose, text } = scene
  // What "my" and "me" go with.
  for (let i = 0; i < words.length; i++) {
    const t = words[i]
    if (t === undefined) continue
    if (t.info.flags & cls.my) {
      const next = words[i + 1]
      if (next === undefined) continue
      if (
        shiftWord.test(next.word) ||
        next.word === 'clinical' ||
        (next.word === 'report' && /^(?:for|to|is)$/.test(words[i + 2]?.word ?? '')) ||
        (next.word === 'next' && words[i + 2]?.word === 'visit') ||
        next.word === 'patient' ||
        (/^(?:visit|letter|note|notes|report)$/.test(next.word) && loose !== undefined)
      ) {
        against(
          scene,
          /^(?:opinion|concern|concerns|assessment|understanding)$/.test(next.word)
            ? loose !== undefined || /\b(?:evidence|psychosis|risk|presentation|clinical|diagnosis)\b/i.test(text)
              ? 3
              : 0.5
            : 3,
          'this is how staff write of their work',
          t,
          next,
        )
      } else scene.first += next.info.flags & cls.relation ? 1.5 : 1
    } else if (t.info.flags & cls.me) {
      if (
        words[i - 1]?.word === 'by' &&
        /^(?:review|complete|assess|see|write|sign|update)/.test(words[i - 2]?.info.lemma ?? '')
      )
        against(scene, 3, 'this is what staff do', t)
      else if (
        /^(?:or|and)$/.test(words[i + 1]?.word ?? '') &&
        words.slice(i + 2, i + 4).some((x) => /^(?:dr|mr|mrs|ms)$/.test(x.word) || (x.info.flags & cls.staff) !== 0)
      )
        against(scene, 2.5, 'a colleague of staff speaks', t)
      else scene.first += 1
    }
    if (t.info.flags & cls.casual) scene.first += 0.5
  }
}
