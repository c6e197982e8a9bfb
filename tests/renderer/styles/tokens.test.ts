import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from 'sass'
import { describe, expect, it } from 'vitest'
import { colours } from '../../../src/shared/drawing/tokens.ts'

const folder = 'src/renderer/src/styles'
const css = compile(join(folder, 'main.scss'), { loadPaths: ['node_modules'], quietDeps: true }).css

describe('the stylesheet', () => {
  it('has the colours of the drawings, each by the same name', () => {
    const declared = [
      ...readFileSync(join(folder, '_tokens.scss'), 'utf8').matchAll(/^ {2}--([a-z0-9-]+): (#[0-9a-f]+);/gm),
    ]
    expect(Object.fromEntries(declared.map(([, name, value]) => [name, value]))).toEqual(colours)
  })

  it('fetches nothing: no font, no import, no outside address', () => {
    expect(css).not.toMatch(/@font-face|@import|https?:|\/\/[a-z]/i)
    expect(css).not.toMatch(/frutiger/i)
  })

  it('uses no custom property that is not declared', () => {
    const declared = new Set([...css.matchAll(/(--[a-z0-9-]+)\s*:/g)].map(([, name]) => name))
    const own = readdirSync(folder)
      .filter((name) => name.endsWith('.scss'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const used = new Set([...own.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name))
    expect([...used].filter((name) => !declared.has(name))).toEqual([])
  })

  it('serves contrast themes and people who want no motion', () => {
    expect(css).toContain('(forced-colors: active)')
    expect(css).toContain('(prefers-reduced-motion: no-preference)')
    const outside = css.replaceAll(/@media \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/g, '')
    expect(outside.match(/^\s*(transition|animation):(?! none)/gm) ?? []).toEqual([])
  })
})
