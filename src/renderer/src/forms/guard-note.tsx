import { useDeferredValue, useEffect, useState } from 'react'
import { WarningMark } from '../../../shared/drawing/small-marks.tsx'
import { colours } from '../../../shared/drawing/tokens.ts'
import type { Identifier } from '../../../shared/model/identifiers/identifier.ts'
import { useAnswer } from '../api/use-answer.ts'
import { describeFinds } from './guard-words.ts'

/**
 * What the identifier guard sees in what was typed: amber, beside the words, said politely. It stops nobody and deletes nothing, and
 * finding nothing it promises nothing.
 */
export function GuardNote({ texts }: { texts: readonly string[] }) {
  const text = useDeferredValue(texts.filter((each) => each.trim() !== '').join('\n'))
  const { data: provider } = useAnswer('provider.get', {})
  const { data: settings } = useAnswer('settings.get', {})
  const [found, setFound] = useState<readonly Identifier[]>([])
  const finds = found.filter(({ type }) => settings?.guard.whileTyping.includes(type) === true)

  useEffect(() => {
    let isLate = false
    const places = provider?.coreServices.flatMap(({ shortName, wards }) => [
      shortName,
      ...wards.map(({ name }) => name),
    ])
    const notNames = (places ?? []).flatMap((name) => name.split(/\s+/))
    // The guard's word lists are large: they are read when there are words to look at.
    const look = async () => {
      if (text === '') return []
      const { findIdentifiers } = await import('../../../shared/model/identifiers/find.ts')
      return findIdentifiers(text, { notNames })
    }
    void look().then((finds) => {
      if (!isLate) setFound(finds)
    })
    return () => {
      isLate = true
    }
  }, [text, provider])

  return (
    <output className={finds.length === 0 ? undefined : 'guard-note'}>
      {finds.length > 0 && (
        <>
          <WarningMark ink={colours['note-mark']} />
          <span>{describeFinds(finds)}</span>
        </>
      )}
    </output>
  )
}
