import { expect, test } from 'vitest'
import { createDefectReporter } from '../../src/shared/defects.ts'

test('a defect is logged under the reference that the person is given, without the words of its message', () => {
  const lines: string[] = []
  const report = createDefectReporter((line) => void lines.push(line))
  const words = 'Moira Okafor, 999 000 0018\n    at her ward'
  const reference = report(new RangeError(words))
  expect(reference).toMatch(/^[0-9A-F]{4}$/)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(new RegExp(`^defect ${reference}: RangeError at .*defects\\.test\\.ts`))
  expect(lines[0]).not.toMatch(/Moira|999|her ward/)
})

test('whatever else is thrown is logged by its kind alone', () => {
  const lines: string[] = []
  const report = createDefectReporter((line) => void lines.push(line))
  report('Moira Okafor')
  report(null)
  report(Object.assign(new Error('x'), { code: 'EIO', stack: undefined }))
  expect(lines.map((line) => line.slice('defect 7F3A: '.length))).toEqual([
    'a thrown string',
    'a thrown object',
    'Error EIO',
  ])
})
