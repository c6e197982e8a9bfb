import type { Span } from './identifier.ts'
import { textAfter, textBefore } from './words-around.ts'

const street =
  '(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Av|Close|Cl|Court|Ct|Drive|Dr|Gardens|Gdns|Grove|Gr|Way|Place|Pl|Terrace|Terr|Ter|Crescent|Cres|Hill|Square|Sq|Mews|Row|Walk|Park|Rise|View|Green|Parade|Gate|Yard|Wharf|Quay|Mount|Bank|Croft|Fold|Meadow|Meadows|Wynd|Vale|Villas|Buildings|House|Lodge|Cottage|Cottages|Mill|Hey|Garth|Brow|Dale|End|Common|Broadway|Embankment|Boulevard|Circus|Chase|Drove|Fields?|Heights|Mansions|Tower|Point|Flats|Estate|Hollow|Leys|Paddock|Passage|Path|Approach|Ridge|Side|Bridge|Cross|Alley|Backs|Bottoms|Market|Orchard|Pastures|Plain|Promenade|Spinney|Warren|Weir|Wood|Woods)'
const longNames =
  '(?:street|road|rd|lane|avenue|ave|close|court|drive|gardens|gdns|grove|way|place|terrace|crescent|cres|square|mews|walk|rise|view|parade|croft|mount|green|hill|row|park|house)'
const word = String.raw`\p{Lu}[\p{L}'’.-]{0,24}`
const houseNumber = String.raw`\d{1,4} ?[A-Ea-e]?(?: ?[-–/] ?\d{1,4}[A-Ea-e]?)?`

const numbered = new RegExp(
  String.raw`(?<![\p{L}\p{N}.£/:-])(?:No\.? ?)?${houseNumber},? (?:(?:St\.? |The |Upper |Lower |Old |New |Little |Great |North |South |East |West )?${word} ){0,3}${word} ${street}\b(?!['’]s? (?:group|team))`,
  'gu',
)
const numberedTheName = new RegExp(
  String.raw`(?<![\p{L}\p{N}.£/:-])${houseNumber},? The ${word}(?: ${word})?(?![\p{L}])`,
  'gu',
)
const numberedOneWord = new RegExp(
  String.raw`(?<![\p{L}\p{N}.£/:-])${houseNumber},? (?:Broadway|Eastgate|Westgate|Northgate|Southgate|Kingsway|Queensway|Parkway|\p{Lu}\p{Ll}{2,12}(?:gate|croft|way|side|mead|dene|holme|wood|field|fields|court))(?![\p{L}])`,
  'gu',
)
const lowerCase = new RegExp(
  String.raw`(?<![\p{L}\p{N}.£/:-])${houseNumber},? (?:[\p{L}'’-]{2,20} ){1,3}?${longNames}\b`,
  'giu',
)
const flat = new RegExp(
  String.raw`\b(?:flat|apartment|apt|maisonette|bedsit|studio)\.? ?(?:no\.? ?)?(?:\d{1,4}[a-z]?|[A-H])\b(?:,? ?(?:${word} ?){1,3}?(?:${street}|Flats)?\b)?`,
  'giu',
)
const streetAlone = new RegExp(String.raw`(?:${word} ){1,3}?${street}\b`, 'gu')
const namedHouse = new RegExp(
  String.raw`(?:The |Old )?(?:${word} ){0,3}?${word} (?:Cottage|Farm|Farmhouse|Barn|Bungalow|House|Lodge|Villa|Manor|Hall|Rectory|Vicarage|Grange|Croft|Mill|Court|Stables|Gatehouse|Towers|Mews)\b`,
  'gu',
)
const theHouse = new RegExp(
  String.raw`The (?:Old )?(?:Cottage|Farm|Farmhouse|Barn|Bungalow|Lodge|Rectory|Vicarage|Grange|Manor|Forge|Mill|Stables|Hollies|Laurels|Elms|Oaks|Firs|Willows|Beeches|Limes|Cedars|Pines|Poplars|Gables|Chestnuts|School House|Post Office|Bakery|Smithy|Coach House|Gatehouse|Nook|Haven)\b`,
  'gu',
)

const residence =
  /\b(?:(?:lives?|lived|living|resides?|residing|stays|staying|moved|moving|returns?|returning|home|homeless from|evicted from|discharged|tenancy|property|flat|bedsit|accommodation|visit|placed|born) (?:alone |independently |with \w{1,12} (?:\w{1,12} )?|back |out |is |now |currently )?(?:at|in|on|to|from|into)|(?:home |postal |previous |current |discharge |correspondence )?address(?: is| on file)?[:\s-]{0,3}|addr[:\s]{1,2}|home is|house is|lives?[:]|house at|home at|flat at|from|of|residing at|door at|collected from|post to|c\/o)(?: (?:the|number|no\.?))?\s{0,2}$/i
const strongResidence =
  /\b(?:(?:lives?|lived|living|resides?|residing|stays?|staying|moved|tenancy|evicted)(?: alone| independently| with \w{1,12}(?: \w{1,12})?| back| now| currently)? (?:at|in|on|to|from|into)|(?:home |postal |previous |current |discharge |correspondence )?address(?: is| on file)?[:\s-]{0,3}|home is|house is|house (?:at|on|in)|home (?:at|on)|flat (?:at|on|in))\s{0,2}$/i
const notHouseNumbers =
  /\b(?:bus|tram|route|room|rm|bed|bay|ward|band|step|stage|week|weeks|day|days|level|group|phase|tier|floor|page|form|regulation|section|site|zone|class|year|goal|item|question|appendix|schedule|part|platform|chapter|session|unit|team|number of|score|scored|table|figure|dose|age|aged|module|aim|objective|standard|criterion|article|line|gate|door|court|locker|box|cubicle|seat|row|fig|at least|x|pitch|bays|june|july|august|september|october|november|december|january|february|march|april|may)\s{0,2}$/i
const countedThings =
  /^\d{1,4} ?[a-e]?,? (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|miles?|metres?|meters?|times?|x|mg|mcg|ml|staff|people|patients|beds?|out|of|to|and|or|per|more|week|month|year|day|sessions?|nurses|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|steps?|laps|rounds?|Mental|Nurses?|Staff|People|Patients|Beds|Sessions|Places|Items|Prompts|lengths|am|pm|a\.m|p\.m|goals?|pints?|cans?|units?)\b/i

/** Finds addresses: house number and street, flats, named houses where somebody lives, streets after "lives on". */
export function findAddresses(text: string): Span[] {
  const found: Span[] = []
  const add = (match: RegExpMatchArray, reason: string, certainty: Span['certainty'] = 'likely') => {
    const start = match.index ?? 0
    const end = start + match[0].trimEnd().length
    found.push({ type: 'ADDRESS', start, end: withTown(text, end), reason, certainty })
  }
  const counts = (match: RegExpMatchArray) =>
    notHouseNumbers.test(textBefore(text, match.index ?? 0, 20)) || countedThings.test(match[0])
  for (const pattern of [numbered, numberedOneWord])
    for (const match of text.matchAll(pattern)) if (!counts(match)) add(match, 'a house number and a street', 'certain')
  for (const match of text.matchAll(numberedTheName))
    if (!counts(match) && residence.test(textBefore(text, match.index, 48))) add(match, 'a house number and a street')
  for (const match of text.matchAll(lowerCase))
    if (
      !counts(match) &&
      (residence.test(textBefore(text, match.index, 48)) ||
        /\b(?:street|road|avenue|crescent|terrace|close|lane|drive)$/i.test(match[0])) &&
      !hasLittleWords(match[0])
    )
      add(match, 'a house number and a street')
  for (const match of text.matchAll(flat)) {
    const rest = textAfter(text, match.index + match[0].length, 24)
    if (
      /\d|\b[A-H]\b/.test(match[0]) &&
      (/[A-Z]\p{Ll}{2,}/u.test(match[0].slice(5)) ||
        /^,? ?(?:\d|[A-Z]\p{Ll})/u.test(rest) ||
        residence.test(textBefore(text, match.index, 48)))
    )
      add(match, 'a flat')
  }
  for (const match of text.matchAll(streetAlone))
    if (strongResidence.test(textBefore(text, match.index, 48))) add(match, 'a street where somebody lives')
  for (const pattern of [namedHouse, theHouse])
    for (const match of text.matchAll(pattern)) {
      const followed = new RegExp(String.raw`^, (?:\d|(?:${word} ){1,3}?${street}\b)`, 'u').test(
        textAfter(text, match.index + match[0].length, 60),
      )
      if (strongResidence.test(textBefore(text, match.index, 48)) || followed) add(match, 'a named house')
    }
  return joinTouching(text, found)
}

const hasLittleWords = (value: string) =>
  /\b(?:the|in|on|at|a|an|and|to|of|for|from|with|by|along|down|up|times|his|her|my|this|that|per|is|was|will|has|off|no|same|next|other|main|new)\b/i.test(
    value.replace(/^\S+ /, ''),
  )

// `14 Mill Lane, Leeds` and `..., Leeds, LS6`: the towns that follow the street are part of the address.
function withTown(text: string, end: number): number {
  const town =
    /^(?:,|\r?\n)[ ]?(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Staff|Dr|Mr|Mrs|Ms|Tel|Phone|Mob|NHS|DOB|He|She|They|Next|Since|With|And|But|The|A|GP)\b)\p{Lu}\p{Ll}{2,20}(?:[- ](?:upon|on|under|le|in|by|the)[- ]\p{Lu}\p{Ll}{2,20}| \p{Lu}\p{Ll}{2,20})?(?=[.,;)\s]*(?:$|\n|,|[A-Z]{1,2}\d|\.|;|\)))/u
  let at = end
  for (let towns = 0; towns < 3; towns += 1) {
    const match = town.exec(textAfter(text, at, 50))
    if (match === null) break
    at += match[0].length
  }
  return at
}

/** Puts together finds that overlap or that only a comma parts: `Flat 2, 14 Mill Lane`. */
function joinTouching(text: string, spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: Span[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && (span.start <= last.end || /^,?[ \n]{0,2}$/.test(text.slice(last.end, span.start)))) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    } else joined.push(span)
  }
  return joined
}
