import { describe, expect, it } from 'vitest'
import { colours, type ColourRole } from '../../../src/shared/drawing/tokens.ts'

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: ColourRole, other: ColourRole) => {
  const [light = 0, dark = 0] = [luminance(colours[one]), luminance(colours[other])].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours', () => {
  it('are six-digit hex, which is all that the PDF paints', () => {
    for (const colour of Object.values(colours)) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  })

  it.each<[ColourRole, ColourRole, number]>([
    ['ink', 'paper', 15.63],
    ['ink', 'rail', 14.13],
    ['ink', 'tint', 13.17],
    ['ink-2', 'paper', 7.82],
    ['ink-2', 'rail', 7.07],
    ['ink-2', 'tint', 6.58],
    ['link', 'paper', 8.38],
    ['link', 'rail', 7.58],
    ['link', 'tint', 7.06],
    ['paper', 'brand', 9.55],
    ['control', 'paper', 4.82],
    ['control', 'rail', 4.36],
    ['control', 'tint', 4.06],
    ['error', 'paper', 6.66],
    ['well', 'well-ground', 9.35],
    ['well', 'paper', 10.57],
    ['well', 'tint', 8.9],
    ['partly', 'partly-ground', 7.72],
    ['paper', 'not-ground', 6.74],
    ['not-ground', 'tint', 5.68],
    ['paper', 'against-ground', 15.54],
    ['against-ground', 'tint', 13.09],
    ['ink', 'hatch-stripe', 5.43],
    ['ink', 'hatch-ground', 12.75],
    ['yes', 'paper', 4.54],
    ['yes', 'tint', 3.82],
    ['ink', 'voice-ground', 11.96],
    ['ink', 'templated-ground', 12.79],
    ['ink', 'reported-ground', 13.12],
    ['templated-mark', 'paper', 10.77],
    ['reported-mark', 'paper', 9.95],
    ['ink', 'note-ground', 14.48],
    ['ink', 'focus', 12.8],
    ['focus', 'brand', 7.82],
    ['chart-mark', 'paper', 9.55],
    ['chart-bar', 'paper', 3.32],
  ])('%s on %s has the contrast that the design promises', (one, other, promised) => {
    expect(contrast(one, other)).toBeGreaterThan(promised - 0.006)
    expect(contrast(one, other)).toBeLessThan(promised + 0.006)
  })

  it('keep the order from light to dark in greyscale: the darker the cell, the more there is to do', () => {
    const grounds: ColourRole[] = ['paper', 'well-ground', 'partly-ground', 'not-ground', 'against-ground']
    const steps = grounds.slice(1).map((ground, index) => contrast(grounds[index] ?? 'paper', ground).toFixed(2))
    expect(steps).toEqual(['1.13', '1.64', '3.65', '2.31'])
    const light = grounds.map((ground) => luminance(colours[ground]))
    expect(light).toEqual(light.toSorted((a, b) => b - a))
  })
})
