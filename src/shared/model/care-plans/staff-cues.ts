import { against, type Scene } from './scene.ts'
import { gistBits } from './word-classes.ts'

/** A turn of phrase of staff or relatives. */
interface Cue {
  shape: RegExp
  weight: number
  says: string
  /** Counts for nothing when the statement has "me" or "my". */
  unlessOwn: boolean
}

const work = 'this is how staff write of their work'
const letter = 'this is how staff write letters'
const relative = 'a relative or carer speaks'
const staffRole =
  '(?:nurse|doctor|registrar|psychologist|psychiatrist|therapist|pharmacist|physio\\w*|social worker|support worker|peer(?: support)? worker|worker|hca|healthcare assistant|assistant|key ?worker|coordinator|co-ordinator|chaplain|advocate|student|volunteer|practitioner|manager|consultant)'

const cues: readonly Cue[] = [
  {
    shape: new RegExp(
      `(?:^|[,;:–—-] ?|\\bi )as (?:an? |the |his |her |their )?(?:[\\w-]+ ){0,3}?${staffRole}\\b(?!,? (?:i|i've) (?:was|used|had|never|always|know|knew|worked)\\b)`,
      'i',
    ),
    weight: 4.5,
    says: 'a member of staff says who they are',
    unlessOwn: false,
  },
  {
    shape: new RegExp(
      `\\b(?:allocated|assigned|appointed) (?:to (?:him|her|them)|as (?:an? |the |his |her |their )?(?:[\\w-]+ )?${staffRole})|\\bintroduced? myself\\b|\\bi (?:am|'m) (?:his|her|their|the|an?) (?:[\\w-]+ )?${staffRole}\\b`,
      'i',
    ),
    weight: 4,
    says: 'a member of staff says who they are',
    unlessOwn: false,
  },
  {
    shape:
      /\bmy (?:hypothesis|hypotheses|rota|mentor|supervision|professional|working diagnosis|(?:first|second|last|next|final) (?:[\w-]+ ){0,3}?(?:one-to-one|1:1|shift|placement|clinic|assessment|home visit))\b|\bshadow(?:ed|ing)\b|\bsat in on\b|\bin my (?:role|capacity) as\b/i,
    weight: 3.5,
    says: work,
    unlessOwn: false,
  },
  {
    shape:
      /\bon (?:examination|assessment|review|mental state)\b.{0,12}\b(?:i|we) |\bi (?:found|noted|observed|elicited) no\b|\b(?:secondary to|consistent with|suggestive of|indicative of|in keeping with)\b|\bno (?:stiffness|rigidity|tremor|epses?|formal thought disorder|incidents?|management problems|concerns (?:about|regarding))\b/i,
    weight: 2.5,
    says: work,
    unlessOwn: true,
  },
  {
    shape:
      /\b(?:dose|doses|bloods|ecg|levels?|depot|medication|regime)\b.{0,20}\b(?:unchanged|as (?:it is|they are|charted|prescribed))\b|\b(?:halve|double|titrate|repeat|recheck|withhold|cross-?titrate)\w* (?:the |his |her |their )?(?:[\w-]+ )?(?:dose|bloods|ecg|levels?|depot|lithium|clozapine)\b/i,
    weight: 2,
    says: work,
    unlessOwn: true,
  },
  {
    shape:
      /\b(?:assess|see|meet|met|review|reviewed|assessed|seen|saw|known|know) this (?:[\w-]+ ){0,3}?(?:man|woman|gentleman|lady|patient|boy|girl|person)\b|\bwas (?:my|a) pleasure to (?:meet|see|assess|review)\b|\bi agree with your\b|\bthank you for (?:your (?:letter|referral|email)|asking me to|seeing)|\bwith my (?:team|colleagues?|consultant|supervisor|manager)\b|\bi (?:would|remain|am) inclined to\b|\bi would be inclined\b|\byour (?:impression|referral|kind referral|assessment of)\b/i,
    weight: 4,
    says: letter,
    unlessOwn: false,
  },
  {
    shape:
      /\bi (?:thought|felt|feel|think|found|noticed|noted) (?:that )?(?:he|she|him|her) (?:was|is|to be|seem\w*|look\w*|appear\w*|present\w*|had|has|less|more|quite|rather|very|a bit|a little)\b|\b(?:key ?worker|one-to-one|1:1) session today\b|\bi (?:thought|felt) (?:he|she) /i,
    weight: 3,
    says: 'this is how staff write of the person',
    unlessOwn: true,
  },
  {
    shape:
      /\bour (?:\w+ )?sessions?\b.{0,60}\b(?:formulation|introduced|psychoeducation|grounding|homework|hierarchy|goals?|covered|explored|focus\w*|practi[sc]ed)\b|\bi (?:also |then |have |will )?(?:introduced?|model(?:led)?|facilitated?|grad(?:ed)|deliver(?:ed)?) (?:the )?(?:grounding|mindfulness|session|group|formulation|skills?|breathing|activity|task)\b/i,
    weight: 2.5,
    says: work,
    unlessOwn: true,
  },
  {
    shape:
      /\b(?:sit|sitting|work|working|walk|talk) with (?:people|patients|service users|those|young people)\b|\blived experience\b|\bmy own (?:recovery|experience\w*) (?:when|to help|with (?:people|patients|service users))\b/i,
    weight: 3.5,
    says: work,
    unlessOwn: false,
  },
  {
    shape:
      /\b(?:we|i),? as (?:his |her |their |a )?(?:parents?|carers?|famil(?:y|ies)|relatives?)\b|^as (?:parents|carers|(?:his|her|their) (?:parents|family|carers?))\b|\bi(?: am|['’]m) (?:his|her|their) (?:next of kin|carer|parent|main carer|rock)\b/i,
    weight: 4.5,
    says: relative,
    unlessOwn: false,
  },
  {
    shape:
      /^(?:he|she)(?:['’]s| is| was| has been| will always be) (?:my|our) (?:\w+ )?(?:child|son|daughter|boy|girl|baby|husband|wife|brother|sister|mum|mother|dad|father|partner)\b.{0,80}\b(?:i|we)\b/i,
    weight: 5.5,
    says: relative,
    unlessOwn: false,
  },
  {
    shape:
      /\b(?:have|had|having|get|got|want) (?:him|her) (?:living|home|at home|staying|back home|back with)\b|\b(?:my|our) (?:son|daughter|husband|wife|brother|sister|partner|grandson|granddaughter)['’]s (?:medication|illness|condition|diagnosis|consultant|depot|discharge|relapse|tablets|section|key ?worker|care plan)\b/i,
    weight: 4,
    says: relative,
    unlessOwn: false,
  },
  {
    shape:
      /\b(?:his|her) (?:illness|diagnosis|consultant|cpn|psychosis|schizophrenia|bipolar|relapse|relapses|depot|discharge|admission|key ?worker)\b/i,
    weight: 2.5,
    says: 'it speaks of the person as another',
    unlessOwn: false,
  },
  {
    shape:
      /\bi (?:would |also |have |then )?(?:suggest|recommend|advise|propose)(?:d|ed)? (?:that|we|a|an|the|he|she|continuing|reducing|increasing|starting)\b/i,
    weight: 1.5,
    says: work,
    unlessOwn: true,
  },
  {
    shape:
      /\b(?:let|letting|helped|helping) (?:her|him|them) (?:lead|choose|link|notice|name|identify|explore|reflect|set the pace)\b|\bi (?:stepped|stood) back\b|\bstep-?down\b/i,
    weight: 2,
    says: work,
    unlessOwn: true,
  },
  {
    shape:
      /\bat (?:approx\.? )?(?:[01]\d|2[0-3])[:.]?[0-5]\d(?:\s?h(?:rs?|ours)?)?\b|\b(?:nurse in charge|night staff were|out of hours doctor|on my (?:break|rounds|checks))\b/i,
    weight: 2,
    says: work,
    unlessOwn: true,
  },
]

/** Weighs turns of phrase that staff and relatives use of themselves and of the person. */
export function weighCues(scene: Scene): void {
  const { words, text, hasMy, mine } = scene
  if (!words.some((t) => (t.info.gist & gistBits.cue) !== 0)) return
  for (const { shape, weight, says, unlessOwn } of cues)
    if (!(unlessOwn && hasMy) && shape.test(text)) against(scene, weight, says, mine)
}
