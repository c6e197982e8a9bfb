import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf?asset'
import boldItalic from '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf?asset'
import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf?asset'
import italic from '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf?asset'
import math from '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf?asset'
import symbols from '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf?asset'
import arabic from '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf?asset'
import bengali from '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf?asset'
import devanagari from '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf?asset'
import gujarati from '@expo-google-fonts/noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf?asset'
import gurmukhi from '@expo-google-fonts/noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf?asset'
import tamil from '@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf?asset'
import chinese from '@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf?asset'
import type { FontFiles } from './pdf/fonts.ts'

/** The fonts that the build puts beside the worker. */
export const reportFonts: FontFiles = {
  regular,
  bold,
  italic,
  boldItalic,
  fallback: [symbols, math],
  scripts: {
    Arabic: arabic,
    Bengali: bengali,
    Devanagari: devanagari,
    Gujarati: gujarati,
    Gurmukhi: gurmukhi,
    Tamil: tamil,
    Han: chinese,
  },
}
