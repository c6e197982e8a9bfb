import { useDeferredValue, useEffect, useState } from 'react'
import { WarningMark } from '../../../shared/drawing/small-marks.tsx'
import { colours } from '../../../shared/drawing/tokens.ts'
import type { Identifier } from '../../../shared/model/identifiers/identifier.ts'
import { maskIdentifiers } from '../../../shared/model/identifiers/mask.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Button } from '../components/button.tsx'
import { describeFinds } from './guard-words.ts'

type GuardNoteProps = {
  texts: readonly string[]
  /** Puts these texts, masked, in the place of the texts that were given, in their order. Without it nothing is offered. */
  onTexts?: (texts: string[]) => void
}

// The guard's word lists are large: they are read when there are words to look at.
const search = async (text: string, notNames: readonly string[]) => {
  if (text.trim() === '') return []
  const { findIdentifiers } = await import('../../../shared/model/identifiers/find.ts')
  return findIdentifiers(text, { notNames })
}

/**
 * What the identifier guard sees in what was typed or pasted: amber, beside the words, said politely. It stops nobody and deletes
 * nothing by itself; it offers to mask what it saw, which can be taken back, and to leave it. Finding nothing it promises nothing.
 */
export function GuardNote({ texts, onTexts }: GuardNoteProps) {
  const text = useDeferredValue(texts.filter((each) => each.trim() !== '').join('\n'))
  const { data: provider } = useAnswer('provider.get', {})
  const { data: settings } = useAnswer('settings.get', {})
  const [found, setFound] = useState<readonly Identifier[]>([])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [masked, setMasked] = useState<{ before: string[]; after: string[] } | null>(null)
  const isSaidOf = ({ type, value }: Identifier) =>
    settings?.guard.whileTyping.includes(type) === true && !left.has(value)
  const finds = found.filter(isSaidOf)

  useEffect(() => {
    let isLate = false
    void search(text, notNamesOf(provider)).then((now) => {
      if (!isLate) setFound(now)
    })
    return () => {
      isLate = true
    }
  }, [text, provider])

  const mask = async () => {
    const before = [...texts]
    const after = await Promise.all(
      before.map(async (each) => maskIdentifiers(each, (await search(each, notNamesOf(provider))).filter(isSaidOf))),
    )
    setMasked({ before, after })
    onTexts?.(after)
  }

  const canPutBack = masked !== null && masked.after.every((each, position) => each === texts[position])
  const isShown = finds.length > 0 || canPutBack
  return (
    <div className={isShown ? 'guard-note' : undefined}>
      {isShown && <WarningMark ink={colours['note-mark']} />}
      <div>
        <output>{finds.length > 0 ? describeFinds(finds) : canPutBack ? 'Masked. The check misses some.' : ''}</output>
        {onTexts !== undefined && isShown && (
          <span className="guard-note__ways">
            {finds.length > 0 && (
              <>
                <Button isSmall onPress={() => void mask()}>
                  {finds.length === 1 ? 'Mask it' : 'Mask them'}
                </Button>
                <Button isSmall onPress={() => setLeft(new Set([...left, ...finds.map(({ value }) => value)]))}>
                  Leave it
                </Button>
              </>
            )}
            {canPutBack && (
              <Button
                isSmall
                onPress={() => {
                  onTexts(masked.before)
                  setMasked(null)
                }}
              >
                Put the words back
              </Button>
            )}
          </span>
        )}
      </div>
    </div>
  )
}

type Places = { coreServices: readonly { shortName: string; wards: readonly { name: string }[] }[] }

const notNamesOf = (provider: Places | undefined) =>
  (provider?.coreServices ?? [])
    .flatMap(({ shortName, wards }) => [shortName, ...wards.map(({ name }) => name)])
    .flatMap((name) => name.split(/\s+/))
