import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What axe finds on a page by WCAG 2.2 A and AA and best practice: a line for each element, with the rule that it breaks. */
export async function findFaults(page: Page): Promise<string[]> {
  // The desktop has no new pages on request, and there are no frames to look into: what is called legacy reads this page alone.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} (${failureSummary.split('\n')[1]?.trim()})`,
    ),
  )
}

/** Parts of a page that are wider than their place, so that one would have to scroll sideways to read them. */
export const findSideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const page = document.scrollingElement
    const parts = [page, ...document.querySelectorAll('main, [role=dialog], .dialog__body')]
    return parts.flatMap((part) => {
      if (part === null || part.scrollWidth <= part.clientWidth) return []
      const right = part.getBoundingClientRect().left + part.clientWidth
      const widest = [...part.querySelectorAll('*')].find((each) => each.getBoundingClientRect().right > right + 1)
      return [
        `${part.className || part.tagName} is ${part.scrollWidth} wide in ${part.clientWidth}: ${widest?.outerHTML.slice(0, 80)}`,
      ]
    })
  })
