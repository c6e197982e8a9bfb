/**
 * Colours by role, in hex: SVG in the PDF paints `var()` and `hsl()` black. The stylesheet has the same names as custom properties;
 * a test holds the two together and computes the contrasts that the design promises.
 */
export const colours = {
  ink: '#1a252b',
  'ink-2': '#46545d',
  control: '#66747d',
  line: '#d5dbde',
  'line-2': '#aab5bb',
  paper: '#ffffff',
  rail: '#f1f4f4',
  wash: '#f6f8f8',
  tint: '#e1eef0',
  desk: '#dfe4e6',
  brand: '#0f4c59',
  'brand-dark': '#062a32',
  link: '#0b5566',
  'link-hover': '#06323c',
  focus: '#ffeb3b',
  error: '#b3220f',
  'error-ground': '#fdf1ee',
  'note-ground': '#fff6da',
  'note-mark': '#6b4500',
  'well-ground': '#e9f3f4',
  well: '#0b4552',
  'partly-ground': '#9bc6ce',
  partly: '#062f38',
  'not-ground': '#1b6473',
  'against-ground': '#042830',
  'hatch-stripe': '#69a1ac',
  'hatch-ground': '#dbebee',
  yes: '#3f7f8c',
  'chart-mark': '#0f4c59',
  'chart-bar': '#5b96a1',
  'voice-ground': '#cfe6e2',
  'templated-ground': '#ece6f3',
  'templated-mark': '#4a2f74',
  'reported-ground': '#e4ecf6',
  'reported-mark': '#1c4470',
} as const

/** A colour by its role. */
export type ColourRole = keyof typeof colours

/** The family in drawings: Arial on screen, its metric twin Arimo where that is what is registered (the PDF). */
export const fontFamily = 'Arial, Arimo, Helvetica, sans-serif'

/** Type sizes of drawings: user units, which are px on screen and points in the PDF. Nothing is smaller than `print`. */
export const typeSizes = { print: 9, small: 13, body: 14 } as const
