import type { Span } from './identifier.ts'

const local = String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}`
const domain = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.\p{L}{2,24}`
const plain = new RegExp(`(?<![\\p{L}\\p{N}._%+'-])${local} ?@ ?${domain}`, 'giu')
const spelt =
  /(?<![\p{L}\p{N}._%+'-])(?:[\p{L}\p{N}]{1,30} dot ){0,2}[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63} ?(?:\(at\)|\[at\]|\bat\b) ?[\p{L}\p{N}-]{1,63}(?: ?(?:\.|\(dot\)|\[dot\]| dot ) ?[\p{L}\p{N}-]{1,20}){0,3} ?(?:\(dot\)|\[dot\]|\bdot\b|\.) ?(?:com|org|net|uk|co|nhs|gov|me|info|io)\b(?:\.uk\b)?/giu

/** Finds email addresses, those with spaces round the @, and those spelt out with "at" and "dot". */
export function findEmails(text: string): Span[] {
  const found: Span[] = []
  const patterns = [...(text.includes('@') ? [plain] : []), ...(/\bdot\b/i.test(text) ? [spelt] : [])]
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const at = / at /i.test(match[0]) && !/\bdot\b/i.test(match[0])
      // `look at bbc.co.uk`: a place to look, not somebody's address.
      if (pattern === spelt && at) continue
      found.push({
        type: 'EMAIL',
        start: match.index,
        end: match.index + match[0].length,
        reason: 'an email address',
        certainty: 'certain',
      })
    }
  }
  return found
}
