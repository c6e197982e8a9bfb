/** Word classes, one bit each. */
export const cls = {
  i: 1,
  me: 2,
  my: 4,
  we: 8,
  our: 16,
  heShe: 32,
  they: 64,
  you: 128,
  relation: 256,
  person: 512,
  patient: 1024,
  staff: 2048,
  modal: 4096,
  be: 8192,
  have: 1 << 14,
  negation: 1 << 15,
  preposition: 1 << 16,
  determiner: 1 << 17,
  name: 1 << 18,
  day: 1 << 19,
  adverb: 1 << 20,
  casual: 1 << 21,
  title: 1 << 22,
  form: 1 << 23,
  heading: 1 << 24,
  role: 1 << 25,
  roman: 1 << 26,
  nounToo: 1 << 27,
  does: 1 << 28,
  nameOrWord: 1 << 29,
} as const

/** Verb classes, one bit each. */
export const verb = {
  report: 1,
  reportThat: 2,
  talk: 4,
  staff: 8,
  staffSoft: 16,
  self: 32,
  dropped: 64,
  droppedStrong: 128,
  imperative: 256,
  clinical: 512,
  weStaff: 1024,
} as const

/** Verb forms, one bit each. */
export const form = { base: 1, s: 2, past: 4, participle: 8, ing: 16 } as const

/** What comparing sentences makes of a word, and which expressions are worth trying on it, one bit each. */
export const gistBits = {
  ignored: 1,
  light: 2,
  polar: 4,
  negative: 8,
  number: 16,
  clinician: 32,
  register: 64,
  choice: 128,
} as const
/** Words of a choice printed on a form. */
export const choiceWord =
  /^(?:yes|tick|circle|please|y|n|n\/a|y\/n|yes\/no|no|agree|always|often|sometimes|never|fully|partly|true|strongly)/
/** Words of the work that only staff do: only then is the long expression tried. */
export const registerWord =
  /^(?:co-?ordinator|keyworker|key|nurse|lead|responsible|duty|funding|placement|absence|return|nights?|shift|annual|caseload|risk|interest|capacity|gate|bed|discharge|tribunal|social|datix|systmone|rio|t2|t3|soad|amhp|crisis|on-call|call|handover|safeguarding|alarm|ligature|differential|state|relative|kin|programme|cpa|section|chart|packs|tto|body|news|effect|obs|observation|protocol|plan|signs|evidence|rapport|relationship|formulation|supervision|liaison|multi|professionals|strategy|clinical|neutrophil|qtc|egfr|u&es|lft|titration|trial|plasma|intervening|restraining|attempting|tissue|pressure|message|voicemail|unable|apologies|benefits|housing|local|deep)/
/** Words that may begin a clinician's phrase: only then is the long expression tried. */
export const clinicianStart =
  /^(?:insight|non|complian|concordan|comply|adher|resist|prompt|adl|activities|present|abscond|delusion|challeng|ideation|utili|risk|diagnos|maladapt|verbal|physical|aggress|disengag|observ|level|hostile|de-?esc|impulsiv|emotional|dysreg|vulnerab|exploit|offend|index|bound|inappropr|disinhib|self-|deterior|distraction|coping|medication|prescribed|demanding|attention|manip|paranoid|thought|chaotic|requir|lack|symptom|expressed|poor|at$|stressor|in$|needs|meaning|personal|fluctuat|malnutr|dietary|reduction|mental|close|function|cognit|impair|deficit)/
/** Words that turn a sentence round. */
export const negative =
  /^(?:not|no|never|without|cannot|can't|cant|nor|none|nobody|nothing|neither|lacks?|lacking|unless|avoid|avoids|avoiding)$|n't$/

/** Words that are a subject and its verb at once, and the pronouns. */
export const contractions: Record<string, number> = {
  i: cls.i,
  'i/we': cls.i,
  "i'm": cls.i | cls.be,
  im: cls.i | cls.be,
  "i've": cls.i | cls.have,
  ive: cls.i | cls.have,
  "i'd": cls.i | cls.modal,
  "i'll": cls.i | cls.modal,
  me: cls.me,
  myself: cls.me,
  meself: cls.me,
  mine: cls.me,
  "mine's": cls.me | cls.be,
  my: cls.my,
  we: cls.we,
  "we're": cls.we | cls.be,
  "we've": cls.we | cls.have,
  "we'll": cls.we | cls.modal,
  "we'd": cls.we | cls.modal,
  us: cls.our,
  our: cls.our,
  ours: cls.our,
  ourselves: cls.our,
  he: cls.heShe,
  she: cls.heShe,
  him: cls.heShe,
  her: cls.heShe,
  his: cls.heShe,
  hers: cls.heShe,
  himself: cls.heShe,
  herself: cls.heShe,
  "he's": cls.heShe | cls.be | cls.have,
  "she's": cls.heShe | cls.be | cls.have,
  "he'd": cls.heShe | cls.modal,
  "she'd": cls.heShe | cls.modal,
  "he'll": cls.heShe | cls.modal,
  "she'll": cls.heShe | cls.modal,
  they: cls.they,
  them: cls.they,
  their: cls.they,
  theirs: cls.they,
  themselves: cls.they,
  "they're": cls.they | cls.be,
  "they've": cls.they | cls.have,
  "they'd": cls.they | cls.modal,
  "they'll": cls.they | cls.modal,
  you: cls.you,
  your: cls.you,
  yours: cls.you,
  yourself: cls.you,
  ya: cls.you,
  "you're": cls.you | cls.be,
  "you've": cls.you | cls.have,
  "you'll": cls.you | cls.modal,
  "you'd": cls.you | cls.modal,
  "it's": cls.be,
  "that's": cls.be,
  "there's": cls.be,
  "what's": cls.be,
  "who's": cls.be,
  "isn't": cls.be,
  "aren't": cls.be,
  "wasn't": cls.be,
  "weren't": cls.be,
  isnt: cls.be,
  wasnt: cls.be,
  "ain't": cls.be,
  aint: cls.be,
  "hasn't": cls.have,
  "haven't": cls.have,
  "hadn't": cls.have,
  havent: cls.have,
  hasnt: cls.have,
  "don't": cls.does,
  "doesn't": cls.does,
  "didn't": cls.does,
  dont: cls.does,
  doesnt: cls.does,
  didnt: cls.does,
}

const consonantY = /[^aeiou]y$/
const shortVowel = /^[^aeiou]*[aeiou][bdgklmnprt]$|(?:fer|mit|cur|gin|get|pel|net)$/

/** The forms of a regular verb; both spellings where doubling could go either way. */
export function inflect(base: string): [string, number][] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base
  const y = consonantY.test(base)
  const out: [string, number][] = [[base, form.base]]
  const es = /(?:s|x|z|ch|sh|o)$/.test(base)
  out.push([y ? `${base.slice(0, -1)}ies` : es ? `${base}es` : `${base}s`, form.s])
  out.push([y ? `${base.slice(0, -1)}ied` : `${stem}ed`, form.past | form.participle])
  out.push([`${base.endsWith('ee') ? base : stem}ing`, form.ing])
  if (shortVowel.test(base) || base.endsWith('l')) {
    const last = base.slice(-1)
    out.push([`${base}${last}ed`, form.past | form.participle], [`${base}${last}ing`, form.ing])
  }
  return out
}

/** A word with plural, possessive and simple verb endings taken off: for look-ups, not for reading. */
export function stemOf(word: string): string {
  let w = word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("'") ? word.slice(0, -1) : word
  if (w.length > 4 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`
  else if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1)
  return w
}
