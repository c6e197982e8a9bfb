import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../../../../src/main/core/report/pdf/render-pdf.ts'
import { reportFonts } from '../../../../support/report-fonts.ts'
import { hardDocuments, longReport, sample } from './hard-documents.ts'

/** The path of a veraPDF command that takes `--flavour` and files, and exits with 0 where all of them pass. */
const validator = process.env['VERAPDF']

const MINUTES = 60_000

describe.skipIf(validator === undefined)('veraPDF (skipped without its path in VERAPDF)', () => {
  it.each(['ua1', '2a'])(
    'finds nothing by the rules of %s in the sample, a report of 400 pages and every hard document',
    async (flavour) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'verapdf-'))
      try {
        const documents = { ...hardDocuments, sample, 'long report': () => longReport(3400) }
        const files: string[] = []
        for (const [name, make] of Object.entries(documents)) {
          const file = path.join(folder, `${name.replaceAll(' ', '-')}.pdf`)
          await writeFile(file, (await renderPdf(make(), { fonts: reportFonts })).bytes)
          files.push(file)
        }
        const { stdout } = await promisify(execFile)(validator ?? '', ['--flavour', flavour, ...files], {
          maxBuffer: 2 ** 26,
          timeout: 8 * MINUTES,
        })
        expect(stdout.split('\n').filter((line) => line.startsWith('PASS')).length).toBe(files.length)
      } finally {
        await rm(folder, { recursive: true })
      }
    },
    10 * MINUTES,
  )
})
