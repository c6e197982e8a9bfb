import { isName } from './clauses.ts'
import { bare } from './subjects.ts'
import type { Token } from './tokens.ts'
import { maskTokens, quotations, tokenise } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { cls, gistBits } from './word-classes.ts'

/** What is left of a statement when names, pronouns, dates and numbers are taken out: compared, never shown. */
export interface Gist {
  /** Sorted stems that carry the meaning. */
  core: readonly string[]
  negated: boolean
  /** Stems that name something particular: a variant may not add one. */
  particular: readonly string[]
}

const titleWord = /^(?:dr|mr|mrs|ms|miss|mx|prof)$/
const afterPlace = /^(?:in|at|near|from|the|to|around|on|st|into|a|an|saint|and|my|our)$/

/** The gist of a statement's words. `names` are lower case: everybody the batch knows. */
export function gistOf(tokens: readonly Token[], names: ReadonlySet<string>): Gist {
  const core: string[] = []
  let light: string[] | null = null
  let particular: string[] | null = null
  let negated = false
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined) continue
    const { info } = t
    const { gist, flags } = info
    if (gist & gistBits.negative && !(t.word === 'no' && tokens[i + 1]?.word === 'longer')) negated = true
    if (gist & (gistBits.ignored | gistBits.number)) continue
    if (flags & cls.day && (t.capital || (flags & cls.modal) === 0)) continue
    if (t.capital) {
      if (names.size > 0 && names.has(bare(t.word))) continue
      if (titleWord.test(tokens[i - 1]?.word ?? '') || (isName(t) && isSwappedName(tokens, i))) continue
    } else if (names.size > 0 && (flags & cls.nameOrWord) === 0 && names.has(t.word)) continue
    if (gist & gistBits.light) (light ??= []).push(info.stem)
    else {
      core.push(info.stem)
      if (info.detail === 1 || gist & gistBits.polar) (particular ??= []).push(info.stem)
    }
  }
  const kept = core.length > 0 ? core : (light ?? [])
  kept.sort()
  let n = 0
  for (let i = 0; i < kept.length; i++) if (i === 0 || kept[i] !== kept[i - 1]) kept[n++] = kept[i] ?? ''
  kept.length = n
  return { core: kept, negated, particular: particular ?? nothing }
}

const nothing: readonly string[] = []

/** A name that could be swapped for another person's: not a place, a saint, the second word of a team. */
function isSwappedName(tokens: readonly Token[], i: number): boolean {
  const t = tokens[i]
  const before = tokens[i - 1]
  if (t === undefined || before === undefined || t.gap !== '') return true
  // What somebody wants to be called is theirs alone.
  if (before.info.lemma === 'call') return false
  if (t.info.flags & cls.name) return !/^(?:st|saint)$/.test(before.word)
  return !(afterPlace.test(before.word) || isName(before))
}

const keyOf = (negated: boolean, stems: readonly string[]): string => `${negated ? '!' : ''}${stems.join(' ')}`
const spare = (size: number): number => (size >= 6 ? 2 : size >= 3 ? 1 : 0)

/** Whether two gists are the same sentence: one may say a little more than the other, never something else instead. */
export function isSameGist(a: Gist, b: Gist): boolean {
  if (a.negated !== b.negated) return false
  const [small, large] = a.core.length <= b.core.length ? [a, b] : [b, a]
  if (small.core.length === 0) return large.core.length === 0
  const more = large.core.length - small.core.length
  if (more > spare(large.core.length)) return false
  const has = new Set(large.core)
  for (const stem of small.core) if (!has.has(stem)) return false
  if (more === 0) return true
  const less = new Set(small.core)
  return large.core.every((stem) => less.has(stem) || !large.particular.includes(stem))
}

/**
 * Whether two statements are the same sentence apart from names, pronouns, dates, numbers, doctors and small rewording.
 * @param names people known to the batch, lower case; may be empty.
 */
export function isSameSentence(
  a: string,
  b: string,
  vocabulary: Vocabulary,
  names: ReadonlySet<string> = new Set(),
): boolean {
  const gist = (text: string): Gist => {
    const tokens = tokenise(text, vocabulary)
    maskTokens(tokens, text, quotations(text), vocabulary)
    return gistOf(tokens, names)
  }
  return isSameGist(gist(a), gist(b))
}

/** Finds sentences that stand in the plans of two people or more. */
export interface TemplateItem {
  plan: number
  gist: Gist
}

/**
 * Clusters of the same sentence: for each item the number of its cluster, or -1. Linear: variants are found by leaving words
 * out of the longer one and looking the rest up, never by comparing all with all.
 */
export function clusterTemplates(items: readonly TemplateItem[]): Int32Array {
  const groups = new Map<string, { id: number; gist: Gist }>()
  const groupOf = new Int32Array(items.length).fill(-1)
  const list: Gist[] = []
  items.forEach(({ gist }, i) => {
    if (gist.core.length === 0) return
    const key = keyOf(gist.negated, gist.core)
    let group = groups.get(key)
    if (group === undefined) {
      group = { id: list.length, gist }
      groups.set(key, group)
      list.push(gist)
    }
    groupOf[i] = group.id
  })
  const parent = Int32Array.from(list, (_, i) => i)
  const root = (i: number): number => {
    let r = i
    while (parent[r] !== r) r = parent[r] ?? r
    for (let k = i; k !== r;) {
      const next = parent[k] ?? r
      parent[k] = r
      k = next
    }
    return r
  }
  const join = (a: number, key: string): void => {
    const other = groups.get(key)
    if (other !== undefined) parent[root(other.id)] = root(a)
  }
  list.forEach((gist, id) => {
    const n = gist.core.length
    const drops = spare(n)
    if (drops === 0 || n > 16) return
    const free: number[] = []
    gist.core.forEach((stem, k) => {
      if (!gist.particular.includes(stem)) free.push(k)
    })
    for (let x = 0; x < free.length; x++) {
      const one = gist.core.filter((_, k) => k !== free[x])
      join(id, keyOf(gist.negated, one))
      if (drops < 2) continue
      for (let y = x + 1; y < free.length; y++)
        join(
          id,
          keyOf(
            gist.negated,
            gist.core.filter((_, k) => k !== free[x] && k !== free[y]),
          ),
        )
    }
  })
  const firstPlan = new Map<number, number>()
  const shared = new Set<number>()
  items.forEach(({ plan }, i) => {
    const g = groupOf[i] ?? -1
    if (g < 0) return
    const r = root(g)
    const seen = firstPlan.get(r)
    if (seen === undefined) firstPlan.set(r, plan)
    else if (seen !== plan) shared.add(r)
  })
  const number = new Map<number, number>()
  const out = new Int32Array(items.length).fill(-1)
  for (let i = 0; i < items.length; i++) {
    const g = groupOf[i] ?? -1
    if (g < 0) continue
    const r = root(g)
    if (!shared.has(r)) continue
    const known = number.get(r) ?? number.size
    number.set(r, known)
    out[i] = known
  }
  return out
}
