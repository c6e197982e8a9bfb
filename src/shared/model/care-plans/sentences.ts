const abbreviations = new Set(
  'dr,mr,mrs,ms,mx,prof,st,rev,sgt,e.g,i.e,eg,ie,approx,no,nos,vs,tel,ext,wk,wks,hr,hrs,min,mins,yr,yrs,b.d,t.d.s,q.d.s,o.d,p.r.n,p.o,i.m,temp,dept,ref,fig,cons,re,cf,incl,max,esp,etc,prev,sr,jr,s.a.l.t,a.m,p.m,mg,ml'.split(
    ',',
  ),
)

/** Whether the full stop at `i` ends no sentence: after an abbreviation, an initial, a list number. */
function isAbbreviation(text: string, i: number): boolean {
  let s = i
  while (s > 0 && /[\p{L}\d.]/u.test(text[s - 1] ?? '')) s--
  const word = text.slice(s, i)
  if (/^\p{Lu}$/u.test(word))
    return word !== 'I' || /\b(?:Part|Section|Type)\s$/i.test(text.slice(Math.max(0, s - 9), s))
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true
  if (/^\d{1,2}$/.test(word)) return s === 0
  const lower = word.toLowerCase()
  if (lower === 'no') return /^\s*\d/.test(text.slice(i + 1, i + 4))
  if (/^(?:a\.m|p\.m|mg|ml|temp|hrs?|mins?|wks?|yrs?|re)$/.test(lower))
    return !/^\s+\p{Lu}/u.test(text.slice(i + 1, i + 4))
  if (/^(?:etc|esp|prev|incl|approx|max)$/.test(lower)) return /^\s+\p{Ll}/u.test(text.slice(i + 1, i + 4))
  return abbreviations.has(lower)
}

const isStop = (code: number): boolean => code === 46 || code === 33 || code === 63 || code === 0x2026

/** Parts a unit's words into sentences: after . ! ? … and a space, not after an abbreviation, not inside a quotation or brackets. */
export function sentenceEnds(text: string): number[] {
  let stop = 0
  while (stop < text.length && !isStop(text.charCodeAt(stop))) stop++
  if (stop >= text.length - 2 || !/[.!?…]["'”’)\]]*\s+\S/.test(text)) return [text.length]
  const ends: number[] = []
  let quoteEnd = -1
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (i > quoteEnd && (c === '"' || c === '“')) {
      const near = text.slice(i + 1, i + 401).indexOf(c === '“' ? '”' : '"')
      const close = near < 0 ? -1 : i + 1 + near
      // A quotation that a sentence around it carries stays whole.
      if (
        close > i &&
        close - i < 400 &&
        close < text.length - 1 &&
        /[\p{L},;:–—-]/u.test(
          (text
            .slice(Math.max(0, i - 40), i)
            .trimEnd()
            .slice(-1) || '') + (/^\s*[\p{Ll}–—-]/u.test(text.slice(close + 1, close + 40)) ? 'x' : ''),
        )
      )
        quoteEnd = close
      else if (close > i && close - i < 400 && /[\p{L},;:]$/u.test(text.slice(Math.max(0, i - 40), i).trimEnd()))
        quoteEnd = close
      continue
    }
    if (c !== '.' && c !== '!' && c !== '?' && c !== '…') continue
    if (i < quoteEnd) continue
    let e = i + 1
    while (e < text.length && /[.!?…"'”’)\]]/.test(text[e] ?? '')) e++
    const next = /^\s+(\S)/.exec(text.slice(e, e + 6))
    if (next === null) {
      i = e - 1
      continue
    }
    const opened = next[1] ?? ''
    if (c === '.' && isAbbreviation(text, i) && e === i + 1) continue
    if (/[,;)\]–—-]/.test(opened)) continue
    if (/^\p{Ll}/u.test(opened) && c !== '.' && e > i + 1 && /["'”’]/.test(text[e - 1] ?? '')) continue
    ends.push(e)
    i = e - 1
  }
  if (ends.at(-1) !== text.length) ends.push(text.length)
  return ends
}
