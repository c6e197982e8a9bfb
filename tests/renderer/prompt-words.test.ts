import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ChecklistPack } from '../../src/shared/model/checklist.ts'
import {
  asksForInWords,
  homesOf,
  issuedInWords,
  licenceLine,
  lookAtByWay,
  placeInSource,
  reviewInWords,
} from '../../src/renderer/src/features/assessment/prompt-words.ts'

const pack = ChecklistPack.parse(
  JSON.parse(
    readFileSync(new URL('../../checklists/bg046-recovery-orientated-practice.json', import.meta.url), 'utf8'),
  ),
)
const prompt = pack.prompts.find(({ id }) => id === 'C1')

describe('a prompt in words', () => {
  it('says document, level, item, version and review date of the source', () => {
    expect(prompt && placeInSource(prompt)).toBe('BG046, core service level, item 1')
    expect(issuedInWords(pack)).toBe('V2, June 2019')
    expect(reviewInWords(pack, '2026-10-13')).toBe('Review date July 2020 has passed.')
    expect(reviewInWords(pack, '2020-07-31')).toBe('Review date July 2020.')
    expect(licenceLine(pack)).toContain('Open Government Licence')
  })

  it('gives what to look at by what one does with it', () => {
    expect(lookAtByWay(['watch: a meeting', 'read: care plans', 'Read: minutes', 'the garden'])).toEqual([
      { way: 'Read', what: ['care plans', 'minutes'] },
      { way: 'Watch', what: ['a meeting'] },
      { way: 'Look at', what: ['the garden'] },
    ])
  })

  it('marks every home for what it is, quality statements first, and says where there is none', () => {
    const homes = pack.prompts.flatMap((each) => homesOf(each))
    expect(new Set(homes.map(({ framework }) => framework))).toEqual(new Set(['Quality statement', 'KLOE']))
    expect(prompt && homesOf(prompt).map(({ framework, mark }) => [framework, mark])).toEqual([
      ['Quality statement', 'editorial'],
      ['KLOE', 'draft'],
    ])
    const homeless = homes.filter(({ mark }) => mark === 'no home')
    expect(homeless.length).toBeGreaterThan(0)
    expect(homeless.every(({ statements }) => statements.length === 0)).toBe(true)
  })

  it('says which kinds of evidence it cannot do without, and how long evidence is recent', () => {
    expect(asksForInWords({ requires: ['people'], windowMonths: 12 })).toBe(
      'It asks for people’s experience. Evidence of the last 12 months counts as recent here.',
    )
    expect(asksForInWords({ requires: [], windowMonths: 1 })).toBe(
      'Evidence of the last 1 month counts as recent here.',
    )
  })
})
