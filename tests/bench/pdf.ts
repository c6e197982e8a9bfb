/**
 * Measures the report's PDF engine against pdfmake alone, which writes no tags: `npx node tests/bench/pdf.ts [items...]`.
 * Each figure is the median of three processes, run in turn; CPU is user and system time of the whole process.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compose } from '../../src/main/core/report/pdf/compose.ts'
import { fontFamilies, TEXT_FAMILY } from '../../src/main/core/report/pdf/fonts.ts'
import { createNotes } from '../../src/main/core/report/pdf/notes.ts'
import { renderPdf } from '../../src/main/core/report/pdf/render-pdf.ts'
import { longReport } from '../main/core/report/pdf/hard-documents.ts'
import { reportFonts } from '../support/report-fonts.ts'

const ENGINES = ['pdfmake, untagged', 'ours, tagged'] as const
const ROUNDS = 3
const DEFAULT_ITEMS = [200, 1000, 5000]

interface Figures {
  readonly cpu: number
  readonly wall: number
  readonly megabytes: number
  readonly kilobytes: number
}

interface StockPdfmake {
  setFonts(fonts: object): void
  setUrlAccessPolicy(policy: () => boolean): void
  setLocalAccessPolicy(policy: () => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
}

async function makeUntagged(items: number): Promise<Uint8Array> {
  const pdfmake = createRequire(import.meta.url)('pdfmake') as StockPdfmake
  pdfmake.setFonts(fontFamilies(reportFonts))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const fitter = { split: (text: string) => [{ text: text.replaceAll('\u200b', ' ') }], missing: () => [] }
  const { content, styles, base, header, footer } = compose(longReport(items), fitter, createNotes(), new Set())
  const definition = {
    content,
    styles,
    header,
    footer,
    defaultStyle: { font: TEXT_FAMILY, ...base },
    pageMargins: [48, 60, 48, 56],
  }
  return pdfmake.createPdf(definition).getBuffer()
}

async function measure(engine: string, items: number): Promise<Figures> {
  const started = performance.now()
  const bytes =
    engine === ENGINES[0]
      ? await makeUntagged(items)
      : (await renderPdf(longReport(items), { fonts: reportFonts })).bytes
  const wall = (performance.now() - started) / 1000
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { cpu: (userCPUTime + systemCPUTime) / 1e6, wall, megabytes: maxRSS / 1024, kilobytes: bytes.length / 1000 }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function runAll(sizes: readonly number[]): void {
  const self = fileURLToPath(import.meta.url)
  console.log('items  engine             CPU s  wall s  RSS MB      kB')
  for (const items of sizes) {
    const found = new Map<string, Figures[]>(ENGINES.map((engine) => [engine, []]))
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const engine of ENGINES) {
        const { stdout, stderr, status } = spawnSync(process.execPath, [self, '--one', engine, String(items)], {
          encoding: 'utf8',
        })
        if (status !== 0) throw new Error(stderr)
        found.get(engine)?.push(JSON.parse(stdout) as Figures)
      }
    }
    for (const [engine, figures] of found) {
      const of = (name: keyof Figures, digits: number, width: number) =>
        median(figures.map((figure) => figure[name]))
          .toFixed(digits)
          .padStart(width)
      console.log(
        `${String(items).padEnd(6)} ${engine.padEnd(18)}${of('cpu', 2, 6)}${of('wall', 2, 8)}${of('megabytes', 0, 8)}${of('kilobytes', 0, 8)}`,
      )
    }
  }
}

const [mode, engine, items] = process.argv.slice(2)
if (mode === '--one' && engine !== undefined) process.stdout.write(JSON.stringify(await measure(engine, Number(items))))
else runAll(process.argv.length > 2 ? process.argv.slice(2).map(Number) : DEFAULT_ITEMS)
