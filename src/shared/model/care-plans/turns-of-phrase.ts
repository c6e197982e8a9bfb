/** A turn of phrase of staff or relatives. */
export interface Cue {
  /** Words without one of which the turn of phrase cannot fit: only then is the expression tried. */
  words: RegExp
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

const roleWord =
  /^(?:nurse|doctor|registrar|psycholog|psychiatr|therapist|pharmacist|physio|worker|hca|assistant|key|co-?ordinator|chaplain|advocate|student|volunteer|practitioner|manager|consultant)/

/** Turns of phrase that staff and relatives use of themselves and of the person: 31 at most, each has its bit. */
export const cues: readonly Cue[] = [
  {
    words:
      /^(?:grateful|writing|written|thanks|thank|forward|glad|obliged|hesitate|pleased|delighted|sorry|happy|enclosed?|attached|signed|further|following|reviewed|saw)$/,
    shape:
      /\b(?:i would be (?:very |most )?grateful (?:if you|for your)|i am writing (?:to|as|on|about)|i have written|many thanks for|thank you for referring|i look forward to (?:seeing|hearing)|i should be (?:glad|grateful|obliged)|(?:do not|don['’]t) hesitate to (?:contact|call|ring)|i (?:am|was) (?:pleased|delighted|sorry|happy) to (?:report|confirm|inform|tell you that (?:he|she|mr|mrs|ms))|please find (?:enclosed|attached)|not signed by me|further to my|following my|i enclose|i reviewed (?!my\b)|i saw (?:this|mr|mrs|ms))\b/i,
    weight: 3.5,
    says: letter,
    unlessOwn: false,
  },
  {
    words: /^(?:be|with)$/,
    shape:
      /\b(?:bloods?|dose|obs|observations|levels?|ecg|notes|form|risk|plan|leave|prn|he|she)\b.{0,20}\b(?:(?:is|are) )?to be \w+(?:ed|en|t)\b|\bwith (?:people|patients|service users|others|those) (?:here|on the ward|i (?:work|support|see))\b/i,
    weight: 2.5,
    says: work,
    unlessOwn: true,
  },
  {
    words:
      /^(?:view|opinion|judgement|assessment|impression|plan|advice|suggestion|aim|proposal|preference|certify|colleague|mine|student|supervisor|registrar|junior)/,
    shape:
      /\b(?:in my (?:view|opinion|judgement|assessment)|it is my (?:\w+ )?(?:view|opinion|judgement|impression))\b.{0,60}\b(?:risk\w*|diagnos\w*|capacity|treat\w*|managed|placement|criteria|detention|section|discharge|relapse|presentation|mental|he|she|best)\b|\bmy (?:plan|advice|suggestion|aim|proposal|preference) (?:is|would be|was) (?:to|for|that) (?:(?:now|then|gradually|slowly) )?(?:stop|start|increase|reduce|refer|continue|switch|titrate|taper|wean|commence|repeat|request|arrange|prescribe|discharge|monitor|review|him|her)\b|\bi (?:am|['’]m) of the (?:opinion|view)\b|\bi certify\b|\bmy colleagues? (?:in|from|at|and)\b|\bpatient of mine\b|\bmy (?:student|supervisor|registrar|junior)\b/i,
    weight: 4,
    says: work,
    unlessOwn: false,
  },
  {
    words: /^we$/,
    shape:
      /\bwe (?:have |then |all |also )*(?:agreed|decided|felt|concluded) (?:that )?(?:the (?:ot|cpn|team|ward|consultant|doctor|social worker|care co-?ordinator|gp|pharmacist|plan|risk|crisis team|dose)|he|she|staff)\b|\bwe (?:feel|believe|think|recommend|suggest|propose|are of the opinion) (?:that )?(?:he|she|an?|the|this)\b/i,
    weight: 3,
    says: '“we” is the team',
    unlessOwn: true,
  },
  {
    words: /^(?:shared?|told|disclosed?|talked|spoke|own|been|walked|services|tutor|expert|peer|volunteering|support)$/,
    shape:
      /\b(?:shared|share|told|disclosed?|talked about|spoke (?:about|of)) (?:(?:him|her|them) (?:about |of )?)?(?:(?:some|a bit|a little|parts?) of )?(?:that|this|my own|my (?:recovery|story|lived|diagnosis|journey|experience\w*))\b.{0,40}\b(?:with|to|today|him|her)\b|\bmy own (?:recovery|diagnosis|breakdown|first admission|story|experience\w*|time on|journey|lived)\b.{0,60}\b(?:he|she|him|her|them|people|patients|with)\b|\b(?:i['’]?ve|i have) (?:been|walked) (?:where (?:you|he|she|they) (?:are|is)|(?:through services|there) (?:myself|too)|the same road|a similar path|a similar road)|\bthrough services myself\b|\b(?:recovery (?:college )?tutor|expert by experience|i(?: am|['’]m) an? peer (?:support )?worker|volunteering here|that is what peer support)\b/i,
    weight: 4.5,
    says: 'someone who works with people from their own experience',
    unlessOwn: false,
  },
  {
    words: /^(?:have|happened|sight|let|won't|hasn't|has|never|wits|ward|unit|hospital|home)/,
    shape:
      /\b(?:should|could|wish i['’]?d?) have (?:rung|called|noticed|known|seen|spotted|done|said|listened|realised|acted|come) (?:sooner|earlier|more|something|it|the signs)\b|\b(?:what happened to|lost sight of|let down) my (?:lad|son|daughter|boy|girl|husband|wife|brother|sister|mum|mam|dad)\b|\bwon['’]t (?:tell|say) (?:you|to you)\b|\b(?:hasn['’]t|has not) had (?:his|her) (?:hearing aids?|glasses|teeth|dentures|tablets|dinner|breakfast|bath|shower|hair)\b|\b(?:he|she) never was like\b|\bnever (?:been )?(?:like (?:this|that)|this (?:bad|slow|ill|poorly))\b|\b(?:hasn['’]t|has not) been (?:himself|herself)\b|\bat (?:my|our) wits['’]? end with (?:him|her)\b|\b(?:mum|mam|dad|nan|gran|grandad|my \w+) (?:came|is|was|has been|went|got) (?:back )?(?:on ?to|in ?to|on|in|to) (?:the|this|your|that) (?:ward|unit|hospital|home)\b.{0,40}\b(?:he|she|him|her|his)\b/i,
    weight: 3,
    says: relative,
    unlessOwn: false,
  },
  {
    words: /^(?:give|feed|bath|wash|dress|crush|hide|do|make|cook|buy|looked|cared|known|had|brought|raised|when)$/,
    shape:
      /\bi (?:give|feed|bath|wash|dress|crush|hide|do|make|cook|buy) (?:him|her|his|her|them all|it all)\b.{0,50}|\bi(?:['’]ve| have) (?:looked after|cared for|known|had|brought up|raised) (?:him|her|\p{Lu}\p{L}+) (?:since|for|at|from|on my own|alone)\b|\bi know when (?:he|she)(?:['’]s| is)\b/iu,
    weight: 3,
    says: relative,
    unlessOwn: false,
  },
  {
    words: roleWord,
    shape: new RegExp(
      `(?:^|[,;:–—-] ?|\\bi )as (?:an? |the |his |her |their )?(?:[\\w-]+ ){0,3}?${staffRole}\\b(?!,? (?:i|i've) (?:was|used|had|never|always|know|knew|worked)\\b)`,
      'i',
    ),
    weight: 4.5,
    says: 'a member of staff says who they are',
    unlessOwn: false,
  },
  {
    words: new RegExp(`^(?:allocated|assigned|appointed|introduced?$)|${roleWord.source}`),
    shape: new RegExp(
      `\\b(?:allocated|assigned|appointed) (?:to (?:him|her|them)|as (?:an? |the |his |her |their )?(?:[\\w-]+ )?${staffRole})|\\bintroduced? myself\\b|\\bi(?: am|['’]m) (?:his|her|their|the) (?:[\\w-]+ ){0,2}?${staffRole}\\b|\\bi am an? (?:[\\w-]+ )?${staffRole}\\b`,
      'i',
    ),
    weight: 4,
    says: 'a member of staff says who they are',
    unlessOwn: false,
  },
  {
    words:
      /^(?:hypothes|rota|mentor|supervision|professional|working|one-to-one|1:1|shift|placement|clinic|assessment|visit|shadow|sat$|role|capacity)/,
    shape:
      /\bmy (?:hypothesis|hypotheses|rota|mentor|supervision|professional|working diagnosis|(?:first|second|last|next|final) (?:[\w-]+ ){0,3}?(?:one-to-one|1:1|shift|placement|clinic|assessment|home visit))\b|\bshadow(?:ed|ing)\b|\bsat in on\b|\bin my (?:role|capacity) as\b/i,
    weight: 3.5,
    says: work,
    unlessOwn: false,
  },
  {
    words: /^(?:examination|assessment|review|state|no$|secondary|consistent|suggestive|indicative|keeping)/,
    shape:
      /\bon (?:examination|assessment|review|mental state)\b.{0,12}\b(?:i|we) |\bi (?:found|noted|observed|elicited) no\b|\b(?:secondary to|consistent with|suggestive of|indicative of|in keeping with)\b|\bno (?:stiffness|rigidity|tremor|epses?|formal thought disorder|incidents?|management problems|concerns (?:about|regarding))\b/i,
    weight: 2.5,
    says: work,
    unlessOwn: true,
  },
  {
    words: /^(?:doses?|bloods|ecg|levels?|depot|medication|regime|lithium|clozapine)/,
    shape:
      /\b(?:dose|doses|bloods|ecg|levels?|depot|medication|regime)\b.{0,20}\b(?:unchanged|as (?:it is|they are|charted|prescribed))\b|\b(?:halve|double|titrate|repeat|recheck|withhold|cross-?titrate)\w* (?:the |his |her |their )?(?:[\w-]+ )?(?:dose|bloods|ecg|levels?|depot|lithium|clozapine)\b/i,
    weight: 2,
    says: work,
    unlessOwn: true,
  },
  {
    words: /^(?:this|pleasure|your|team|colleague|supervisor|manager|inclined|asking|seeing)/,
    shape:
      /\b(?:assess|see|meet|met|review|reviewed|assessed|seen|saw|known|know) this (?:[\w-]+ ){0,3}?(?:man|woman|gentleman|lady|patient|boy|girl|person)\b|\bwas (?:my|a) pleasure to (?:meet|see|assess|review)\b|\bi agree with your\b|\bthank you for (?:your (?:letter|referral|email)|asking me to|seeing)|(?<!work )(?<!working )\bwith my (?:team|colleagues?|supervisor|manager)\b|\bi (?:would|remain|am) inclined to\b|\bi would be inclined\b|\byour (?:impression|referral|kind referral|assessment of)\b/i,
    weight: 4,
    says: letter,
    unlessOwn: false,
  },
  {
    words: /^(?:thought|felt|feel|think|found|noticed|noted|session)$/,
    shape:
      /\bi (?:thought|felt|feel|think|found|noticed|noted) (?:that )?(?:he|she|him|her) (?:was|is|to be|seem\w*|look\w*|appear\w*|present\w*|had|has|less|more|quite|rather|very|a bit|a little)\b|\b(?:key ?worker|one-to-one|1:1) session today\b|\bi (?:thought|felt) (?:he|she) /i,
    weight: 3,
    says: 'this is how staff write of the person',
    unlessOwn: true,
  },
  {
    words: /^(?:session|introduced?$|model|facilitat|graded|deliver)/,
    shape:
      /\bour (?:\w+ )?sessions?\b.{0,60}\b(?:formulation|introduced|psychoeducation|grounding|homework|hierarchy|goals?|covered|explored|focus\w*|practi[sc]ed)\b|\bi (?:also |then |have |will )?(?:introduced?|model(?:led)?|facilitated?|grad(?:ed)|deliver(?:ed)?) (?:the )?(?:grounding|mindfulness|session|group|formulation|skills?|breathing|activity|task)\b/i,
    weight: 2.5,
    says: work,
    unlessOwn: true,
  },
  {
    words: /^(?:sit|sitting|work|working|walk|talk|lived|own|as|shared)$/,
    shape:
      /\b(?:sit|sitting|work|working|walk|talk) with (?:people|patients|service users|those|young people)\b|\blived experience\b|\bas (?:someone|somebody|a person|one) (?:who(?: has|['’]s)?|with) (?:used|been|had|experienced?|lived|recovered|gone)\b.{0,60}\b(?:he|she|him|her|people|patients)\b|\bshared how i\b|\bmy own (?:recovery|experience\w*) (?:when|to help|with (?:people|patients|service users))\b/i,
    weight: 3.5,
    says: work,
    unlessOwn: false,
  },
  {
    words: /^(?:as|kin|carer|parent|rock)$/,
    shape:
      /\b(?:we|i),? as (?:his |her |their |a )?(?:parents?|carers?|famil(?:y|ies)|relatives?)\b|^as (?:parents|carers|(?:his|her|their) (?:parents|family|carers?))\b|\bi(?: am|['’]m) (?:his|her|their) (?:next of kin|carer|parent|main carer|rock)\b/i,
    weight: 4.5,
    says: relative,
    unlessOwn: false,
  },
  {
    words: /^(?:he|she|he's|she's)$/,
    shape:
      /^(?:he|she)(?:['’]s| is| was| has been| will always be) (?:my|our) (?:\w+ )?(?:child|son|daughter|boy|girl|baby|husband|wife|brother|sister|mum|mother|dad|father|partner)\b.{0,80}\b(?:i|we)\b/i,
    weight: 5.5,
    says: relative,
    unlessOwn: false,
  },
  {
    words:
      /^(?:living|home|staying|back|(?:son|daughter|husband|wife|brother|sister|partner|grandson|granddaughter)'s)$/,
    shape:
      /\b(?:have|had|having|get|got|want) (?:him|her) (?:living|home|at home|staying|back home|back with)\b|\b(?:my|our) (?:son|daughter|husband|wife|brother|sister|partner|grandson|granddaughter)['’]s (?:medication|illness|condition|diagnosis|consultant|depot|discharge|relapse|tablets|section|key ?worker|care plan)\b/i,
    weight: 4,
    says: relative,
    unlessOwn: false,
  },
  {
    words:
      /^(?:illness|diagnosis|consultant|cpn|psychosis|schizophrenia|bipolar|relapse|depot|discharge|admission|key)/,
    shape:
      /\b(?:his|her) (?:illness|diagnosis|consultant|cpn|psychosis|schizophrenia|bipolar|relapse|relapses|depot|discharge|admission|key ?worker)\b/i,
    weight: 2.5,
    says: 'it speaks of the person as another',
    unlessOwn: false,
  },
  {
    words: /^(?:suggest|recommend|advise|propose)/,
    shape:
      /\bi (?:would |also |have |then )?(?:suggest|recommend|advise|propose)(?:d|ed)? (?:that|we|a|an|the|he|she|continuing|reducing|increasing|starting)\b/i,
    weight: 1.5,
    says: work,
    unlessOwn: true,
  },
  {
    words: /^(?:let|letting|helped|helping|stepped|stood|step)/,
    shape:
      /\b(?:let|letting|helped|helping) (?:her|him|them) (?:lead|choose|link|notice|name|identify|explore|reflect|set the pace)\b|\bi (?:stepped|stood) back\b|\bstep-?down\b/i,
    weight: 2,
    says: work,
    unlessOwn: true,
  },
  {
    words: /^(?:[012]\d[:.]?\d\d|charge|staff|hours|break|rounds|checks)/,
    shape:
      /\bat (?:approx\.? )?(?:[01]\d|2[0-3])[:.]?[0-5]\d(?:\s?h(?:rs?|ours)?)?\b|\b(?:nurse in charge|night staff were|out of hours doctor|on my (?:break|rounds|checks))\b/i,
    weight: 2,
    says: work,
    unlessOwn: true,
  },
]

/** Which turns of phrase a word may belong to: a bit for each of `cues`. */
export function cueBits(word: string): number {
  let bits = 0
  cues.forEach(({ words }, i) => {
    if (words.test(word)) bits |= 1 << i
  })
  return bits
}
