import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addCounts, closingLine, countPlaywright, countVitest } from './summary.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'summary-'))
const file = path.join(folder, 'report.json')
afterAll(() => rmSync(folder, { recursive: true }))

const write = (report: unknown) => writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report))

const vitest = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  numFailedTestSuites: 2,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
}
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [] as unknown[] }

describe('the closing line', () => {
  test('counts what vitest ran, and a file that could not be loaded as failed', () => {
    write(vitest)
    expect(countVitest(file)).toEqual({ passed: 7, failed: 2, skipped: 3 })
  })

  test('counts what Playwright ran; what passed only at the second try has not passed', () => {
    write(playwright)
    expect(countPlaywright(file)).toEqual({ passed: 5, failed: 2, skipped: 3 })
    write({ ...playwright, errors: [{ message: 'a file could not be loaded' }] })
    expect(countPlaywright(file)).toEqual({ passed: 5, failed: 3, skipped: 3 })
  })

  test.each(['', '{}', 'null', '{"stats":{}}'])('takes a report that holds %j for a failure', (text) => {
    write(text)
    expect(countVitest(file)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countPlaywright(file)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('takes a report that was never written for a failure', () => {
    expect(countVitest(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('is the sum of all', () => {
    const sum = addCounts([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ])
    expect(closingLine(sum)).toBe('4 passed, 1 failed, 2 skipped')
  })
})
