import { describe, expect, test } from 'vitest'
import { openedInWords, workspaceWords } from '../../src/renderer/src/features/home/workspace-words.ts'
import { packLine } from '../../src/shared/drawing/pack-words.ts'
import { ChecklistPack } from '../../src/shared/model/checklist.ts'

const pack = (changes: object) =>
  ({
    title: 'BG046 Recovery orientated practice',
    version: 'V2',
    issued: '2019-06',
    reviewDue: '2020-07',
    caveat: 'A learning resource for inspectors: not guidance to providers, not an indicator of assessment.',
    ...changes,
  }) as ChecklistPack

describe('the line that every screen carries', () => {
  test('says version, review date and that it has passed, and the caveat, all out of the pack', () => {
    expect(packLine(pack({}), '2026-10-13')).toBe(
      'BG046 Recovery orientated practice, V2, June 2019. Review date July 2020 has passed. A learning resource for inspectors: not guidance to providers, not an indicator of assessment.',
    )
  })

  test('does not say so while the month of the review lasts', () => {
    expect(packLine(pack({ reviewDue: '2026-10' }), '2026-10-31')).toContain('Review date October 2026. ')
    expect(packLine(pack({ reviewDue: '2026-10' }), '2026-11-01')).toContain('has passed')
  })

  test('leaves a date that is written in words as the pack writes it', () => {
    expect(packLine(pack({ issued: 'Spring 2019', reviewDue: 'not set' }), '2026-10-13')).toContain(
      'Spring 2019. Review date not set. ',
    )
  })
})

describe('workspaces opened before', () => {
  test.each([
    ['ready', ['open']],
    ['not-found', ['find', 'forget']],
    ['damaged', ['put-back', 'read', 'support']],
    ['newer-version', ['again', 'restore']],
    ['upgrade-failed', ['again', 'support']],
    ['in-use', ['read', 'again']],
    ['read-only', ['read', 'find', 'again']],
    ['disk-full', ['again', 'read']],
    ['synced-folder', ['move', 'read', 'anyway']],
    ['shared-folder', ['open', 'move', 'read']],
  ] as const)('a workspace that is %s has its words and its ways out in order', (state, ways) => {
    const words = workspaceWords({ state, detail: '' })
    expect(words.ways).toEqual(ways)
    if (state !== 'ready') expect(words.title.length * words.text.length).toBeGreaterThan(0)
  })

  test('who has it open is the title; what the core knows of a folder stands before our words', () => {
    const detail = 'Open on TEAM-PC-3 since 11:20 (Ward manager). You can read it.'
    expect(workspaceWords({ state: 'in-use', detail }).title).toBe('Open on TEAM-PC-3 since 11:20 (Ward manager)')
    const synced = workspaceWords({ state: 'synced-folder', detail: 'The service is OneDrive.' })
    expect(synced.text).toMatch(/^The service is OneDrive\. Moving makes a checked copy/)
  })

  test('the day of opening is said as people say it', () => {
    expect(openedInWords(null, '2026-10-13')).toBe('Not opened yet')
    expect(openedInWords('2026-10-12T12:00:00.000Z', '2026-10-13')).toBe('Opened yesterday')
    expect(openedInWords('2026-09-28T12:00:00.000Z', '2026-10-13')).toBe('Opened 28 September 2026')
    expect(openedInWords('2026-10-13T12:05:00.000Z', '2026-10-13')).toMatch(/^Opened today, \d\d:05$/)
  })
})
