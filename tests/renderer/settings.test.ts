import { describe, expect, it } from 'vitest'
import { checkSettingsWords } from '../../src/renderer/src/shell/settings-words.ts'
import { scaleQuery } from '../../src/renderer/src/shell/text-size.ts'

describe('larger words', () => {
  it('make every breakpoint stand for a window that is as much smaller', () => {
    expect(scaleQuery('(max-width: 980px), (max-height: 560px)', 150)).toBe('(max-width: 1470px), (max-height: 840px)')
    expect(scaleQuery('(min-width: 40.0625em) and (min-resolution: 2dppx)', 100)).toBe(
      '(min-width: 40.0625em) and (min-resolution: 2dppx)',
    )
    expect(scaleQuery('(forced-colors: active)', 130)).toBe('(forced-colors: active)')
  })
})

describe('what is typed in Settings', () => {
  it('takes a number of MB as people write it', () => {
    expect(checkSettingsWords({ name: 'Ada', largest: ' 1,500 ' })).toEqual({ largestFile: 1_500, errors: {} })
  })

  it.each(['', '0', '2,001', '-5', '2e3', '1,5', 'lots'])('says of “%s” that it is no number of MB', (largest) => {
    const { largestFile, errors } = checkSettingsWords({ name: 'Ada', largest })
    expect(largestFile).toBeNull()
    expect(errors.largest).toContain('from 1 to 2,000')
  })

  it('says that a name is missing or too long', () => {
    expect(checkSettingsWords({ name: '  ', largest: '250' }).errors.name).toBe('Give a name or a role')
    expect(checkSettingsWords({ name: 'x'.repeat(201), largest: '250' }).errors.name).toContain('200 characters')
  })
})
