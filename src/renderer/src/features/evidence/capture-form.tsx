import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { FileTrigger } from 'react-aria-components'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { Evidence } from '../../../../shared/model/evidence.ts'
import { sourceKinds, type Relation, type SourceKind } from '../../../../shared/model/vocabulary.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { GuardNote } from '../../forms/guard-note.tsx'
import { ChoiceField, LineField, WordsField } from '../../forms/text-field.tsx'
import { ActTodayFields } from './act-today-fields.tsx'
import {
  checkCapture,
  emptyCapture,
  nextCapture,
  placeOf,
  toNewEvidence,
  type CaptureForm,
  type WhereFrom,
} from './capture.ts'
import { LikelyPrompt } from './likely-prompt.tsx'
import { PendingFiles } from './pending-files.tsx'
import { useFindings } from './use-findings.ts'
import { useLogEvidence } from './use-log-evidence.ts'
import { WhereFromField } from './where-from-field.tsx'

/** Letters after which a prompt is worth suggesting. */
const enoughLetters = 12

type Props = {
  /** The name under which unfinished words are kept. */
  draftName: string
  heading: string
  /** What the screen knows already: a kind that is missing, a finding in view. */
  sourceKind?: SourceKind | undefined
  findingId?: string | undefined
  files: readonly File[]
  onFiles: (files: readonly File[]) => void
  onLogged?: (evidence: Evidence) => void
  /** Puts focus on Title at once, as a dialog does. */
  startsFocused?: boolean
}

/** Quick capture: two fields are enough. `Enter` logs it, keeps Where from and returns to Title. */
export function CaptureFormView(props: Props) {
  const { draftName, heading, sourceKind, findingId, files, onFiles, onLogged, startsFocused = false } = props
  const { form, change, forget } = useDraft<CaptureForm>(draftName, () => emptyCapture('provider', sourceKind))
  const [manual, setManual] = useState<string | null>(null)
  const [isLinked, setLinked] = useState(true)
  const [hasChosenWhere, setChosenWhere] = useState(false)
  const [relation, setRelation] = useState<Relation>('supports')
  const [tried, setTried] = useState(0)
  const [left, setLeft] = useState<ReadonlySet<keyof CaptureForm>>(new Set())
  const id = useId()
  const title = useRef<HTMLTextAreaElement>(null)
  const { data: info } = useAnswer('app.info', {})
  const { data: provider } = useAnswer('provider.get', {})
  const { data: current } = useAnswer('assessments.current', {})
  const log = useLogEvidence()
  const inView = useFindings().find((finding) => finding.id === findingId)
  // What is seen while a prompt is in view was most likely seen in its core service.
  const offered: WhereFrom = inView?.coreServiceId ? `service:${inView.coreServiceId}` : 'provider'
  const whereFrom = hasChosenWhere || form.whereFrom !== 'provider' ? form.whereFrom : offered
  const today = info?.today ?? ''

  const text = useDeferredValue(`${form.title}\n${form.shows}`.trim())
  const scope = current?.scopes.find(
    ({ coreServiceId }) => coreServiceId === placeOf(whereFrom, provider).coreServiceId,
  )
  const { data: suggestions } = useAnswer(
    'evidence.suggestPrompt',
    { text, scopeId: scope?.id ?? null },
    { enabled: text.length >= enoughLetters, keep: true },
  )
  const suggested = text.length >= enoughLetters ? suggestions?.[0] : undefined
  const linkTo = manual ?? findingId ?? suggested?.findingId ?? null
  const errors = today === '' ? {} : checkCapture(form, today)

  useEffect(() => {
    if (startsFocused) title.current?.focus()
  }, [startsFocused])

  const field = (name: Exclude<keyof CaptureForm, 'act' | 'whereFrom' | 'sourceKind' | 'actKind'>) => ({
    id: `${id}-${name}`,
    value: form[name],
    // Checked on leaving only if it was filled.
    error: tried > 0 || (left.has(name) && form[name].trim() !== '') ? errors[name] : undefined,
    onType: (value: string) => change({ ...form, [name]: value }),
    onLeave: () => setLeft(new Set([...left, name])),
  })

  const send = async () => {
    if (log.busy || today === '') return
    if (Object.keys(errors).length > 0) {
      setTried(tried + 1)
      return
    }
    const links = linkTo !== null && isLinked ? [{ findingId: linkTo, relation }] : []
    const logged = await log.run(toNewEvidence({ ...form, whereFrom }, provider, links, today), files)
    if (logged === undefined) return
    forget(nextCapture({ ...form, whereFrom }))
    onFiles([])
    setManual(null)
    setLinked(true)
    setRelation('supports')
    setTried(0)
    setLeft(new Set())
    title.current?.focus()
    onLogged?.(logged)
  }

  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }

  return (
    <form
      className="quick-capture"
      aria-labelledby={`${id}-heading`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className="quick-capture__head">
        <h2 id={`${id}-heading`}>{heading}</h2>
        <span className="small">
          Ten seconds: the first two fields are enough. No names needed. Paste or drop files here.
        </span>
      </div>
      <ErrorSummary
        attempt={tried}
        errors={Object.entries(errors).map(([name, words]) => ({ id: `${id}-${name}`, words }))}
      />
      <div className="span-5" role="presentation" onKeyDown={sendOnEnter}>
        <WordsField label="Title" rows={2} mostRows={2} inputRef={title} isRequired {...field('title')} />
      </div>
      <div className="span-7" role="presentation" onKeyDown={sendOnEnter}>
        <WordsField label="What it shows" rows={2} mostRows={8} isRequired {...field('shows')} />
      </div>
      <GuardNote
        texts={[form.title, form.shows, form.livesAt]}
        onTexts={([title = '', shows = '', livesAt = '']) => change({ ...form, title, shows, livesAt })}
      />
      <ChoiceField
        className="span-4"
        label="Kind"
        value={form.sourceKind}
        onChoose={(kind) => change({ ...form, sourceKind: sourceKinds.find((each) => each === kind) ?? 'people' })}
      >
        {sourceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {sourceKindWords[kind]}
          </option>
        ))}
      </ChoiceField>
      <WhereFromField
        className="span-3"
        label="Where from"
        provider={provider}
        value={whereFrom}
        onChange={(chosen) => {
          setChosenWhere(true)
          change({ ...form, whereFrom: chosen })
        }}
      />
      <LineField
        className={form.sourceKind === 'people' ? 'span-3' : 'span-5'}
        label={<>Describes {form.describes.trim() === '' && <span className="label-hint">today</span>}</>}
        placeholder={today === '' ? '' : formatDate(today)}
        {...field('describes')}
      />
      {form.sourceKind === 'people' && (
        <LineField className="span-2 said-by" label="Said by" after="people" inputMode="numeric" {...field('saidBy')} />
      )}
      <LineField
        className="span-7"
        label={
          <>
            It lives at <span className="label-hint">a link or a place; nothing is copied</span>
          </>
        }
        {...field('livesAt')}
      />
      <div className="span-5 quick-capture__kept">
        <LineField
          label="Last opened"
          placeholder={today === '' || form.livesAt.trim() === '' ? '' : formatDate(today)}
          {...field('lastOpened')}
        />
        <FileTrigger allowsMultiple onSelect={(chosen) => onFiles([...files, ...(chosen ?? [])])}>
          <Button isSmall>
            <Icon name="attach" /> Attach
          </Button>
        </FileTrigger>
      </div>
      {files.length > 0 && <PendingFiles files={files} onFiles={onFiles} />}
      <ActTodayFields form={form} onChange={change} />
      <div className="quick-capture__foot">
        <LikelyPrompt
          findingId={linkTo}
          isLinked={isLinked}
          relation={relation}
          isInView={manual === null && findingId !== undefined}
          because={manual === null && findingId === undefined ? (suggested?.because ?? []) : []}
          onLinked={setLinked}
          onRelation={setRelation}
          onChoose={(chosen) => {
            setManual(chosen)
            setLinked(true)
          }}
        />
        <Button look="go" type="submit" keys="Enter" isDisabled={log.busy}>
          Log it
        </Button>
      </div>
    </form>
  )
}
