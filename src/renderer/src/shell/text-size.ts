import { useSyncExternalStore } from 'react'
import type { Settings } from '../../../shared/model/settings.ts'

type TextSize = Settings['textSize']

let shown: TextSize = 100
const listeners = new Set<() => void>()

/** What each rule's media query was before any text size. */
const written = new WeakMap<CSSMediaRule, string>()

/** A media query whose lengths stand for a window of words of that size: 980 px become 1274 px where words are 130 per cent. */
export const scaleQuery = (query: string, percent: number): string =>
  query.replace(
    /(\d+(?:\.\d+)?)(px|em)\b/g,
    (_, length: string, unit: string) => `${(Number(length) * percent) / 100}${unit}`,
  )

function scaleRules(rules: CSSRuleList, percent: TextSize) {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const query = written.get(rule) ?? rule.media.mediaText
      written.set(rule, query)
      rule.media.mediaText = scaleQuery(query, percent)
    }
    if (rule instanceof CSSGroupingRule) scaleRules(rule.cssRules, percent)
  }
}

/**
 * Shows every word at a size. The window's breakpoints grow with the words, as they do under a browser's own zoom: a stylesheet cannot
 * say that, since a media query knows nothing of the size of the page's words.
 */
export function showTextSize(percent: TextSize): void {
  if (percent === shown) return
  shown = percent
  document.documentElement.dataset.textSize = String(percent)
  for (const sheet of document.styleSheets) scaleRules(sheet.cssRules, percent)
  for (const listener of listeners) listener()
  // What measures rows and panes looks again.
  window.dispatchEvent(new Event('resize'))
}

/** The size that words are shown at, in per cent. */
export const shownTextSize = (): TextSize => shown

/** How much larger than drawn words are shown, now and as it changes: for drawings whose words no style can make larger. */
export const useTextScale = (): number => useSyncExternalStore(onTextSize, shownTextSize) / 100

/** Tells when words are shown at another size; the returned function stops it. */
export function onTextSize(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
