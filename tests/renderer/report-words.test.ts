import { expect, test } from 'vitest'
import { checksumInGroups, sizeInWords } from '../../src/renderer/src/features/report/report-words.ts'

test('a size is said in the unit that fits', () => {
  expect([0, 999, 412_345, 1_260_000].map(sizeInWords)).toEqual(['0 bytes', '999 bytes', '412 kB', '1.3 MB'])
})

test('a checksum stands in groups that can be compared by eye, none lost', () => {
  const groups = checksumInGroups('0123456789abcdef'.repeat(4))
  expect(groups.split(' ')).toHaveLength(8)
  expect(groups.replaceAll(' ', '')).toBe('0123456789abcdef'.repeat(4))
})
