import type { EmbeddedFont, PdfKitDocument } from './pdfmake-types.ts'

/** Where the fonts are. The built worker gives `?asset` paths, a test the paths in the installed packages. */
export interface FontFiles {
  readonly regular: string
  readonly bold: string
  readonly italic: string
  readonly boldItalic: string
  /** Fonts for signs that the text font lacks, in order of preference. */
  readonly fallback: readonly string[]
  /** A font for each script that the text font lacks and that people's own words come in. */
  readonly scripts: Readonly<Record<Script, string>>
}

/** The scripts that have a font of their own, with the letters, digits and punctuation that they use (Unicode's Script_Extensions). */
const SCRIPT_LETTERS = {
  Arabic: /^\p{scx=Arabic}+$/u,
  Bengali: /^\p{scx=Bengali}+$/u,
  Devanagari: /^\p{scx=Devanagari}+$/u,
  Gujarati: /^\p{scx=Gujarati}+$/u,
  Gurmukhi: /^\p{scx=Gurmukhi}+$/u,
  Tamil: /^\p{scx=Tamil}+$/u,
  // Full-width punctuation stands between Chinese words and belongs to no script.
  Han: /^[\p{scx=Han}\u3000-\u303f\uff00-\uff65]+$/u,
} as const

/** A script with a font of its own, by Unicode's name. */
export type Script = keyof typeof SCRIPT_LETTERS

const SCRIPTS = Object.keys(SCRIPT_LETTERS) as Script[]

/** The family all text is set in. */
export const TEXT_FAMILY = 'Arimo'

/** The family name of a fallback font. */
export function fallbackFamily(index: number): string {
  return `Signs${index + 1}`
}

function scriptFamily(script: Script): string {
  return `Script${script}`
}

/** The families as pdfmake wants them. A fallback font has one face, used for all four. */
export function fontFamilies(files: FontFiles): Record<string, object> {
  const families: Record<string, object> = {
    [TEXT_FAMILY]: {
      normal: files.regular,
      bold: files.bold,
      italics: files.italic,
      bolditalics: files.boldItalic,
    },
  }
  const oneFace = (path: string) => ({ normal: path, bold: path, italics: path, bolditalics: path })
  files.fallback.forEach((path, index) => {
    families[fallbackFamily(index)] = oneFace(path)
  })
  for (const script of SCRIPTS) families[scriptFamily(script)] = oneFace(files.scripts[script])
  return families
}

/** Only our fonts may be read from disk while a document is made. */
export function fontAccess(files: FontFiles): (path: string) => boolean {
  const allowed = new Set([
    files.regular,
    files.bold,
    files.italic,
    files.boldItalic,
    ...files.fallback,
    ...Object.values(files.scripts),
  ])
  return (path) => allowed.has(path)
}

/** Marks without a shape that say whether two letters of a script join. */
const JOINERS = /[\u200c\u200d]/g

/** Which font can draw a character. */
export interface Coverage {
  /** Whether the text font has a shape for every character of the text. */
  textHas(text: string): boolean
  /** The first fallback family with a shape for every character, or null. */
  fallbackFor(text: string): string | null
}

// Letters of other scripts need shaping that a font of signs does not give.
const SIGNS = /^[\p{Script=Common}\p{Script=Inherited}\p{Script=Greek}\p{Script=Latin}]+$/u

/**
 * Opens the fonts of a document: makes fallback lines as high as text lines, answers which font draws what, and calls `onMissingShape`
 * where a font draws the box for "no shape" all the same.
 */
export function openFonts(document: PdfKitDocument, files: FontFiles, onMissingShape: () => void): Coverage {
  const text = document.provideFont(TEXT_FAMILY, false, false)
  for (const isBold of [false, true]) {
    for (const isItalic of [false, true])
      guardShapes(document.provideFont(TEXT_FAMILY, isBold, isItalic), onMissingShape)
  }
  const open = (family: string) => {
    const font = document.provideFont(family, false, false)
    alignMetrics(font, text)
    guardShapes(font, onMissingShape)
    allowLooseMarks(font)
    return { family, has: coverageOf(font) }
  }
  const fallbacks = files.fallback.map((_, index) => open(fallbackFamily(index)))
  const scripts = new Map<Script, ReturnType<typeof open>>()
  // Most reports hold one script; the font of another is read when its first letter comes.
  const scriptFont = (script: Script) => {
    const font = scripts.get(script) ?? open(scriptFamily(script))
    scripts.set(script, font)
    return font
  }
  const textFontHas = coverageOf(text)
  const every = (value: string, has: (codePoint: number) => boolean) => {
    for (const character of value) if (!has(character.codePointAt(0) ?? 0)) return false
    return true
  }
  return {
    textHas: (value) => every(value, textFontHas),
    fallbackFor(value) {
      const signs = SIGNS.test(value) ? fallbacks.find(({ has }) => every(value, has)) : undefined
      if (signs) return signs.family
      const letters = value.replace(JOINERS, '')
      const fitting = SCRIPTS.filter((script) => SCRIPT_LETTERS[script].test(letters)).map(scriptFont)
      return fitting.find(({ has }) => every(value, has))?.family ?? null
    },
  }
}

function coverageOf(font: EmbeddedFont): (codePoint: number) => boolean {
  const known = new Map<number, boolean>()
  return (codePoint) => {
    const answer = known.get(codePoint)
    if (answer !== undefined) return answer
    const has = font.font.hasGlyphForCodePoint(codePoint) && font.font.glyphForCodePoint(codePoint).id !== 0
    known.set(codePoint, has)
    return has
  }
}

/** One sign must not make a line higher: it takes the text font's height while pages are laid out, and its own in the file. */
function alignMetrics(font: EmbeddedFont, model: EmbeddedFont): void {
  const own = { ascender: font.ascender, descender: font.descender, lineGap: font.lineGap }
  Object.assign(font, { ascender: model.ascender, descender: model.descender, lineGap: model.lineGap })
  const embed = font.embed.bind(font)
  font.embed = () => {
    Object.assign(font, own)
    embed()
  }
}

/** Glyph 0 of every font is the box; all text is checked before layout, so that it should never come this far. */
function guardShapes(font: EmbeddedFont, onMissingShape: () => void): void {
  const encode = font.encode.bind(font)
  font.encode = (text, features) => {
    const encoded = encode(text, features)
    if (encoded[0].includes('0000')) onMissingShape()
    return encoded
  }
}

/** A font may say that a mark attaches nowhere on a letter; fontkit breaks on it, other shapers leave the mark where it stands. */
function allowLooseMarks(font: EmbeddedFont): void {
  const positions = font.font._layoutEngine?.engine?.GPOSProcessor
  if (!positions) return
  const attach = positions.applyAnchor.bind(positions)
  positions.applyAnchor = (mark, base, index) => {
    if (mark.markAnchor !== null && base !== null) attach(mark, base, index)
  }
}
