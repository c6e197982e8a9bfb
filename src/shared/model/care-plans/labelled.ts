import { isName } from './clauses.ts'
import { isHeading } from './forms.ts'
import type { Label } from './labels.ts'
import { attributions } from './reported.ts'
import { scorePatientWithoutPronoun } from './dropped-subject.ts'
import { scoreFirstPerson } from './speaker.ts'
import { mask, type Token } from './tokens.ts'
import { firstPronoun, type Draft, type VoiceContext } from './voice-words.ts'
import { cls } from './word-classes.ts'

/** Decides where a label says whose words follow; null when the words themselves must tell. */
export function decideLabelled(
  text: string,
  tokens: Token[],
  body: Token[],
  label: Label,
  sentence: boolean,
  question: boolean,
  context: VoiceContext,
): Draft | null {
  const lead = tokens[0]
  const lastOfLabel = tokens[label.words - 1]
  const open = body.filter((t) => t.mask !== mask.title && t.mask !== mask.numeral)
  const own = open.find((t) => (t.info.flags & firstPronoun) !== 0)
  const bodyText = text.slice(body[0]?.start ?? text.length)
  if (
    label.kind === 'field' &&
    body.length > 0 &&
    /^(?:what|how|who|things|people|when|where|my|why)$/.test(body[0]?.word ?? '') &&
    isHeading(bodyText, body)
  )
    return { voice: 'none', says: 'this is a heading or a field label', at: lead }
  if (body.length === 0) return { voice: 'none', says: 'this is a heading or a field label', at: lead, to: lastOfLabel }
  if (label.kind === 'quote') {
    const whose = tokens[0]
    const theirs =
      whose !== undefined && (whose.word.endsWith("'s") ? isName(whose) : /^(?:his|her|their)$/.test(whose.word))
    const whom = (theirs ? [] : tokens.slice(2, label.words)).find(
      (t) => (t.info.flags & (cls.relation | cls.staff | cls.person)) !== 0,
    )
    return whom === undefined
      ? { voice: 'reported', says: 'the label gives the words as the person’s', at: lead, to: lastOfLabel }
      : { voice: 'someone-else', says: 'the words are someone else’s', at: whom }
  }
  if (label.kind === 'script')
    return { voice: 'someone-else', says: 'these are words for staff to use', at: lead, to: lastOfLabel }
  const said = attributions(body, context.people).find((a) => a.whose === 'patient')
  if (label.kind === 'carer' || label.kind === 'staff') {
    if (said !== undefined && own === undefined)
      return {
        voice: 'reported',
        says: 'a narrator gives the words or the view of the person',
        at: body[said.from],
        to: body[said.to - 1],
      }
    if (own !== undefined || (sentence && !label.trivial))
      return {
        voice: 'someone-else',
        says:
          label.kind === 'carer'
            ? 'the label says these are a carer’s words'
            : 'the label says these are staff’s words',
        at: lead,
        to: lastOfLabel,
      }
    return { voice: 'none', says: 'a field label and what was filled in', at: lead, to: lastOfLabel }
  }
  if (label.trivial && own === undefined)
    return { voice: 'none', says: 'a field label and what was filled in', at: lead, to: lastOfLabel }
  if (label.kind === 'patient' || label.kind === 'name') {
    if (own !== undefined && said === undefined) {
      const inner = body.filter((t) => t.mask !== mask.title && t.mask !== mask.numeral)
      const score = scoreFirstPerson(inner, inner, undefined, { ...context, setting: 'patient' }, text, question)
      if (score.first || label.kind === 'patient')
        return {
          voice: 'first-person',
          says: 'the label says these are the person’s own words',
          at: lead,
          to: own,
          unsure: label.kind === 'name',
          alternatives: label.kind === 'name' ? ['reported'] : [],
        }
      return {
        voice: 'someone-else',
        says: score.says,
        at: score.at,
        to: score.to,
        unsure: true,
        alternatives: ['first-person'],
      }
    }
    if (body.some((t) => t.mask === mask.quote))
      return {
        voice: 'first-person',
        says: 'the person’s words after the label',
        at: lead,
        to: body.at(-1),
        unsure: label.kind === 'name',
        alternatives: ['reported'],
      }
    const about =
      open.some((t) => (t.info.flags & (cls.heShe | cls.patient)) !== 0) ||
      (open[0] !== undefined && (open[0].info.forms & 6) !== 0 && (open[0].info.forms & 1) === 0)
    if (label.kind === 'patient' && !label.goal) {
      if (about || said !== undefined)
        return {
          voice: 'reported',
          says: 'the label says this is the person’s view, in a narrator’s words',
          at: lead,
          to: lastOfLabel,
        }
      if (sentence || label.mine || body.some((t) => t.info.detail === 1))
        return {
          voice: 'first-person',
          says: 'the label says these are the person’s own words',
          at: lead,
          to: lastOfLabel,
          unsure: true,
          alternatives: ['reported', 'none'],
        }
    }
    if (label.mine && !about && body.some((t) => t.info.detail > 0))
      return {
        voice: 'first-person',
        says: 'the label says these are the person’s own words',
        at: lead,
        to: lastOfLabel,
        unsure: true,
        alternatives: ['none'],
      }
  }
  if (!sentence && own === undefined && !body.some((t) => t.mask === mask.quote)) {
    const dropped = scorePatientWithoutPronoun(body, context, question, text)
    if (dropped !== null && !dropped.unsure) return null
    return { voice: 'none', says: 'a field label and what was filled in', at: lead, to: lastOfLabel }
  }
  return null
}
