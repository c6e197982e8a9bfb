import { lastMatchEnd, textBefore } from './words-around.ts'

const cues = {
  nhs: /\bN\.?H\.?S\.?(?:[\s:#.-]{0,4}(?:no|num|number|nr|n°|nº|id|#)\b)?|\bhealth (?:service )?number\b/gi,
  phone:
    /\b(?:tel|tele|telephone|phone|phones|phoned|mob|mobile|mobiles|cell|ring|rang|ringing|call|calls|called|text|texts|fax|landline|contact(?: number| no)?|whatsapp|dial|voicemail|answerphone|home|work|office|switchboard|ext|extension|number is|t|m)\b/gi,
  hospital:
    /\b(?:rio|pas|mrn|hosp|hospital|unit|patient|case|record|epr|systmone|emis|paris|carenotes)\b(?: (?:no|number|num|id))?/gi,
  other:
    /\b(?:parcel|parcels|package|delivery|order|orders|ref|refs|reference|invoice|inv|tracking|serial|batch|lot|barcode|asset|ticket|booking|receipt|catalogue|isbn|po|policy|claim|job|meter|model|part|licence|license|account|acct|acc|sort code|vat|company|charity|crime|cad|incident|datix|purchase|requisition|product|item|sku|upc|ean|pin|score|scores|scored|code|lottery|card|voucher|consignment|shipment|customer|membership|member|tenancy|rent|council tax|doi|pmid|fob|locker|kit|swab|sample|log|form|docket|confirmation|application|transaction|payment|warranty|imei|device|ip|version|protocol|approval|ethics|iras|grant|study|trial|cqc|location|provider id|complaint|foi|enquiry|query|issue|bug|event|registration|week|weeks|rota|sum|total|population|budget|pages?)\b/gi,
} as const

/** What the words just before a number call it. */
type NumberCue = keyof typeof cues | 'none'

/** What the nearest word before a number says it is; `index` is where the number starts. Looks back forty-eight characters. */
export function cueBefore(text: string, index: number): NumberCue {
  const before = sameSentence(textBefore(text, index, 48))
  let nearest: NumberCue = 'none'
  let furthest = -1
  for (const [cue, pattern] of Object.entries(cues)) {
    const end = lastMatchEnd(before, pattern)
    if (end > furthest) {
      furthest = end
      nearest = cue as NumberCue
    }
  }
  return nearest
}

function sameSentence(before: string): string {
  const trimmed = before.trimEnd()
  const cut = Math.max(trimmed.lastIndexOf('\n'), trimmed.lastIndexOf('. '), trimmed.lastIndexOf('; '))
  // `NHS No. 999...`: the full stop belongs to the label.
  const tail = trimmed.slice(cut + 1)
  return cut >= 0 && /^[\s:#-]*$/.test(tail)
    ? trimmed
    : cut >= 0 && /\b(?:no|tel|ref|ext)$/i.test(trimmed.slice(0, cut))
      ? trimmed
      : tail
}
