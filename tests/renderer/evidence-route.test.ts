import { describe, expect, it } from 'vitest'
import {
  isFiltered,
  nextSort,
  readEvidenceQuery,
  toggled,
  withoutFilters,
  writeEvidenceQuery,
} from '../../src/renderer/src/features/evidence/evidence-route.ts'

const read = (text: string) => readEvidenceQuery(new URLSearchParams(text))

describe('the route of the evidence log', () => {
  it('returns to the same list', () => {
    const route =
      'view=stale&q=plans&kinds=people%2Cstaff&describes=older-or-no-date&regulation=regulation-10&chime=hope&sort=title'
    expect(writeEvidenceQuery(read(route)).toString()).toBe(route)
  })

  it('leaves out of an old link what it does not know, and keeps the rest', () => {
    const { filter, sort } = read('view=everything&kinds=people,gossip,people&sort=size&scope=../../etc&q=walk')
    expect(filter).toMatchObject({ view: 'all', sourceKinds: ['people'], scopeId: null, words: 'walk' })
    expect(sort).toBe('logged')
  })

  it('writes nothing when the list is as usual', () => {
    expect(writeEvidenceQuery(read('')).toString()).toBe('')
  })

  it('keeps a sort turned round, each way', () => {
    expect(read('sort=title').descending).toBe(false)
    expect(read('sort=title&dir=desc').descending).toBe(true)
    expect(writeEvidenceQuery({ ...read(''), descending: false }).toString()).toBe('dir=asc')
  })

  it('sorts by a column, turns it round, and then is newest first again', () => {
    const first = nextSort(read(''), 'title')
    const second = nextSort(first, 'title')
    expect([first, second, nextSort(second, 'title')]).toEqual([
      { sort: 'title', descending: false },
      { sort: 'title', descending: true },
      { sort: 'logged', descending: true },
    ])
    expect(nextSort(second, 'describes')).toEqual({ sort: 'describes', descending: true })
  })

  it('tells a filtered list from an empty log, whatever the sort', () => {
    expect(isFiltered(read('sort=title'))).toBe(false)
    expect(isFiltered(read('q=x'))).toBe(true)
    expect(isFiltered(withoutFilters(read('q=x&ward=rowan&view=bin')))).toBe(false)
  })

  it('puts a word in and takes it out again', () => {
    expect(toggled(toggled(['people'], 'staff'), 'people')).toEqual(['staff'])
  })
})
