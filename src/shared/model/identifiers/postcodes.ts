import type { Span } from './identifier.ts'
import { textAfter, textBefore } from './words-around.ts'

const areas = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD ' +
    'HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM ' +
    'S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ'
  ).split(' '),
)

const full = /(?<![\p{L}\p{N}])([a-z]{1,2})(\d[a-z\d]?)([ \u00a0]{0,2}|[ ]?\r?\n|[-.])(\d[a-z]{2})(?![\p{L}\p{N}])/giu
const outwardOnly =
  /\b(?:post ?code|postal district|postcode area)(?: (?:is|area|district))?[:\s]{1,3}([a-z]{1,2}\d[a-z\d]?)\b(?! ?\d[a-z]{2}\b)/gi

/** Finds UK postcodes: a real area, a district and an inward code; the district alone only after the word postcode. */
export function findPostcodes(text: string): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(full)) {
    const [whole, area = '', , between = '', inward = ''] = match
    if (!areas.has(area.toUpperCase()) || /[CIKMOV]/i.test(inward)) continue
    if (!writtenAsPostcode(text, match.index, whole, area, between, inward)) continue
    found.push({
      type: 'POSTCODE',
      start: match.index,
      end: match.index + whole.length,
      reason: 'a postcode',
      certainty: 'likely',
    })
  }
  for (const match of text.matchAll(outwardOnly)) {
    const end = match.index + match[0].length
    const code = match[1] ?? ''
    if (areas.has(code.replace(/\d.*$/, '').toUpperCase()))
      found.push({
        type: 'POSTCODE',
        start: end - code.length,
        end,
        reason: 'a district, after the word postcode',
        certainty: 'likely',
      })
  }
  return found
}

// `B1 2nd floor`, `B12 5mg`: lower-case endings of counts and doses.
function writtenAsPostcode(
  text: string,
  index: number,
  whole: string,
  area: string,
  between: string,
  inward: string,
): boolean {
  if (/\bpost ?code\b/i.test(textBefore(text, index, 20))) return true
  const letters = inward.slice(1)
  const capitals = area === area.toUpperCase()
  if (capitals !== (letters === letters.toUpperCase())) return false
  if (capitals && between.length === 1 && /[-.]/.test(between)) return false
  if (capitals) return !/\b(?:vitamin|vit|form|section|level)\s*$/i.test(textBefore(text, index, 12))
  if (
    /^(?:\dst|\dnd|\drd|\dth|\dpm|\dam|\dmg|\dhr|\dug|\dml|\dkg|\dst|\dft|\dyr|\dwk|\dby|\dto|\dor|\dat|\din|\dof|\dis)$/.test(
      inward,
    )
  )
    return false
  return between.length > 0
    ? !/^\s?(?:floor|time|day|hours?)\b/i.test(textAfter(text, index + whole.length, 8))
    : /\d/.test(whole)
}
