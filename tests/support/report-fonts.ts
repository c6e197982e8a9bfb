import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FontFiles } from '../../src/main/core/report/pdf/fonts.ts'

const folder = fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url))
const face = (family: string, style: string, name: string) => path.join(folder, family, style, `${name}_${style}.ttf`)

/** The report's fonts where the packages are installed; the built worker gives its own paths. */
export const reportFonts: FontFiles = {
  regular: face('arimo', '400Regular', 'Arimo'),
  bold: face('arimo', '700Bold', 'Arimo'),
  italic: face('arimo', '400Regular_Italic', 'Arimo'),
  boldItalic: face('arimo', '700Bold_Italic', 'Arimo'),
  fallback: [
    face('noto-sans-symbols-2', '400Regular', 'NotoSansSymbols2'),
    face('noto-sans-math', '400Regular', 'NotoSansMath'),
  ],
  scripts: {
    Arabic: face('noto-naskh-arabic', '400Regular', 'NotoNaskhArabic'),
    Bengali: face('noto-sans-bengali', '400Regular', 'NotoSansBengali'),
    Devanagari: face('noto-sans-devanagari', '400Regular', 'NotoSansDevanagari'),
    Gujarati: face('noto-sans-gujarati', '400Regular', 'NotoSansGujarati'),
    Gurmukhi: face('noto-sans-gurmukhi', '400Regular', 'NotoSansGurmukhi'),
    Tamil: face('noto-sans-tamil', '400Regular', 'NotoSansTamil'),
    Han: face('chocolate-classical-sans', '400Regular', 'ChocolateClassicalSans'),
  },
}
