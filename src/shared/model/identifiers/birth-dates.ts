import type { Span } from './identifier.ts'
import { textAfter, textBefore } from './words-around.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const ordinal =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first)'
const day = '\\d{1,2} ?(?:st|nd|rd|th)?'
const year = "(?:\\d{4}|['’]?\\d{2}|nineteen[- ][a-z]{3,8}(?:[- ][a-z]{3,5})?|two thousand(?: and [a-z]{3,8})?)"

const wordDate = `(?:(?:${day}|(?:the )?${ordinal}) ?(?:day )?(?:of )?[-/. ]?${month}\\.?,?[-/. ]? ?(?:${year}(?!\\d))?|${month}\\.? (?:the )?(?:${day}|${ordinal}),? ?(?:${year}(?!\\d))?)`
const numberDate = String.raw`(?:\d{4} ?[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}|\d{1,2} ?[-/.\\–] ?\d{1,2} ?[-/.\\–] ?(?:\d{4}|\d{2})|\d{1,2} \d{1,2} (?:\d{4}|\d{2}))(?![\d/])`
const date = `(?:${numberDate}|${wordDate})`

const label = String.raw`(?:\bd\.? ?o\.? ?b(?![\p{L}])\.?|\bd ?/ ?o ?/ ?b\b|\bdate of birth\b|\bbirth ?date\b|\bdate born\b|\bd\. of b\b\.?|\bd\.o\.birth\b|\bborn\b|\bbirthdays?\b|\bb-?day\b|\bbirth\b)`
const joining = String.raw`(?:[\s:=|(,.\-–—"'’*_\[\]]{0,6}(?:(?:is|was|are|on|the|of|given|as|recorded|falls|at|confirmed|noted|in|child|baby|son|daughter|mother|father|patient|pt|partner|dd\/mm\/yyyy|d\/m\/y)\b[\s:=|(,.\-–—"'’]{0,4}){0,4})`
const afterLabel = new RegExp(`${label}${joining}(${date})`, 'giu')
const bornElsewhere = new RegExp(String.raw`\bborn(?: [\p{L}'’,-]{1,20}){1,6} (?:on |in )?(?:the )?(${date})`, 'giu')
const compact =
  /(?:\bd\.? ?o\.? ?b(?![\p{L}])\.?|\bdate of birth\b)[\s:=|(-]{0,4}(?:is )?(\d{8}|\d{6}|(?:19|20)\d{2})(?!\d)/giu
const bornYear = new RegExp(
  String.raw`\b(?:born|birth year|year of birth)[: ]{1,2}(?:in |is |was )?((?:${month} )?(?:19|20)\d{2})(?!\d)`,
  'giu',
)
const afterAge = new RegExp(
  String.raw`(?:\b(?:aged?|age:?)[: ]{1,2}(?:of )?\d{1,3}|\b\d{1,3}(?: ?(?:yrs?|years?)(?:[ -]old)?|[ -]years?[ -]old|y\/?o|yo|[MF])) ?[,;(\[–-]{0,2} ?(?:b\.? ?)?(${date})`,
  'giu',
)
const beforeWord = new RegExp(
  String.raw`(${date})(?=[\s,]{0,2}(?:\(?d\.?o\.?b\b|\((?:aged? )?\d{1,3} ?(?:y|\))|,? aged \d|(?:is|was) (?:his|her|their|my|the)(?: \w{1,12})? (?:birthday|date of birth|dob)|,? (?:his|her|their|my) (?:\w{1,12} )?birthday))`,
  'giu',
)
const bracketed = new RegExp(String.raw`\(\s?(?:b\.? ?)?(${numberDate})\s?\)`, 'gu')
const afterTwoNames =
  /\b\p{Lu}[\p{L}'’-]{1,24} \p{Lu}[\p{L}'’-]{1,24},? (\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})(?!\d)/gu
const afterB = new RegExp(String.raw`[,(;] ?b\.? ?(${numberDate})`, 'gu')
const afterNhsNumber = new RegExp(
  String.raw`(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}[\s,|;]{1,3}(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})(?!\d)`,
  'gu',
)
const turning = new RegExp(String.raw`\bturn(?:s|ed|ing)? \d{1,3} (?:years? old )?on (?:the )?(${date})`, 'giu')

/** Finds dates of birth. A date counts only where the words around it make it somebody's birth date. */
export function findBirthDates(text: string): Span[] {
  const found: Span[] = []
  const add = (match: RegExpMatchArray, reason: string, certainty: Span['certainty']) => {
    const value = (match[1] ?? '').replace(/[\s,.]+$/, '')
    const offset = match[0].lastIndexOf(match[1] ?? '')
    const start = (match.index ?? 0) + offset
    if (value.length < 3 || /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*$/i.test(value)) return
    found.push({ type: 'DOB', start, end: start + value.length, reason, certainty })
  }
  for (const match of text.matchAll(afterLabel)) add(match, 'a date after a birth word', 'certain')
  for (const match of text.matchAll(bornElsewhere)) add(match, 'a date after "born"', 'likely')
  for (const match of text.matchAll(compact)) add(match, 'digits after "date of birth"', 'certain')
  for (const match of text.matchAll(bornYear)) add(match, 'a year of birth', 'likely')
  for (const match of text.matchAll(afterAge)) add(match, 'a date beside an age', 'likely')
  for (const match of text.matchAll(afterB)) add(match, 'a date after "b."', 'likely')
  for (const match of text.matchAll(afterNhsNumber))
    if (isBirthYear(match[1] ?? '')) add(match, 'an old date after a ten-digit number', 'likely')
  for (const match of text.matchAll(turning)) add(match, 'the day of a birthday', 'likely')
  for (const match of text.matchAll(beforeWord)) add(match, 'a date that the words after it call a birthday', 'likely')
  for (const match of text.matchAll(afterTwoNames))
    if (isBirthYear(match[1] ?? '') && Number((match[1] ?? '').slice(-4)) < 2010)
      add(match, 'an old date after a name', 'likely')
  for (const match of text.matchAll(bracketed)) {
    const before = textBefore(text, match.index, 24)
    if (
      /\p{Lu}[\p{L}'’-]+,? $/u.test(before) &&
      isBirthYear(match[1] ?? '') &&
      !/^\s*(?:review|update|admi)/i.test(textAfter(text, match.index + match[0].length))
    )
      add(match, 'a date in brackets after a name', 'likely')
  }
  return [...found, ...findColumnDates(text)]
}

// A date in brackets after a capitalised word is a birth date only if somebody of working or old age could be born then.
function isBirthYear(value: string): boolean {
  const four = /(?:19|20)\d{2}/.exec(value)?.[0]
  if (four !== undefined) return Number(four) >= 1915 && Number(four) <= 2012
  const two = Number(/(\d{2})$/.exec(value)?.[1] ?? '0')
  return two >= 30
}

const anyDate = new RegExp(`^\\s*(${date})\\s*$`, 'iu')
const headingLabel = new RegExp(`^\\s*(?:patient )?(?:d\\.?o\\.?b\\.?|date of birth|birth date|born)\\s*$`, 'i')

/** Dates in the column of a table whose heading says date of birth. Cells are parted by tabs, bars or, in CSV, commas. */
function findColumnDates(text: string): Span[] {
  if (!/d\.?o\.?b|birth|born/i.test(text)) return []
  const found: Span[] = []
  let column = -1
  let separator = ''
  let start = 0
  for (const line of text.split('\n')) {
    const mark = ['\t', '|', ','].find((candidate) => line.includes(candidate)) ?? ''
    const cells = mark === '' || line.length > 4_000 ? [] : line.split(mark)
    const heading = cells.findIndex((cell) => headingLabel.test(cell))
    if (heading >= 0) {
      column = heading
      separator = mark
    } else if (cells.length === 0) column = -1
    else if (column >= 0 && mark === separator) {
      const cell = cells[column] ?? ''
      const value = anyDate.exec(cell)?.[1]
      if (value !== undefined) {
        const before = cells.slice(0, column).reduce((sum, each) => sum + each.length + mark.length, 0)
        const at = start + before + cell.indexOf(value)
        found.push({
          type: 'DOB',
          start: at,
          end: at + value.length,
          reason: 'a date under a date of birth heading',
          certainty: 'certain',
        })
      }
    }
    start += line.length + 1
  }
  return found
}
