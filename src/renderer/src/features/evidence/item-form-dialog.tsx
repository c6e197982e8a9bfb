import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { chimeWords, sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { Evidence, NewEvidence, type EvidenceChanges } from '../../../../shared/model/evidence.ts'
import type { Provider } from '../../../../shared/model/provider.ts'
import { z } from '../../../../shared/model/schema.ts'
import { chimeConcepts, sourceKinds } from '../../../../shared/model/vocabulary.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { drafts } from '../../drafts/draft-store.ts'
import { ConflictPanel } from '../../forms/conflict-panel.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { GuardNote } from '../../forms/guard-note.tsx'
import { keepBoth, mergeFields, type ConflictChoice, type FieldConflict } from '../../forms/merge-fields.ts'
import { ChoiceField, LineField, WordsField } from '../../forms/text-field.tsx'
import { ActTodayFields } from './act-today-fields.tsx'
import { toggled } from './evidence-route.ts'
import {
  blankItemForm,
  changesOf,
  checkItemForm,
  fieldsOfItem,
  isItemText,
  itemFieldInWords,
  itemFieldWords,
  itemFormOf,
  toItemFields,
  type ItemFields,
  type ItemForm,
} from './item-form.ts'
import { PendingFiles } from './pending-files.tsx'
import { useLogEvidence } from './use-log-evidence.ts'
import { WhereFromField } from './where-from-field.tsx'

const ConflictDetails = z.object({ current: Evidence })
type Field = keyof ItemFields

/** The full form of an item: every field, for a new one or to edit one (`E`). What was typed is kept until it is saved. */
export function ItemFormDialog(props: {
  item: Evidence | null
  provider: Provider | undefined
  today: IsoDate
  onClose: () => void
  onSaved: (item: Evidence) => void
}) {
  const { item, provider, today, onClose, onSaved } = props
  const id = useId()
  const draftName = `item:${item?.id ?? 'new'}`
  const [form, setForm] = useState<ItemForm>(() => ({
    ...(item === null ? blankItemForm() : itemFormOf(item)),
    ...(drafts.read(draftName) as Partial<ItemForm> | null),
  }))
  // The item as it stood when editing began, or as it was found to stand when somebody else had changed it.
  const [base, setBase] = useState(item)
  const [conflicts, setConflicts] = useState<readonly FieldConflict<Field>[]>([])
  const [tried, setTried] = useState(0)
  const [failure, setFailure] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const log = useLogEvidence()
  const update = useOrder('evidence.update', {
    said: 'Evidence changed.',
    onFailure: ({ message }) => (setFailure(message), true),
    onConflict({ details, message }) {
      const found = ConflictDetails.safeParse(details)
      if (!found.success || base === null) {
        setFailure(message)
        return
      }
      const mine = changesOf(fieldsOfItem(base), toItemFields(form, provider, today)) as Partial<ItemFields>
      const merge = mergeFields(fieldsOfItem(base), mine, fieldsOfItem(found.data.current))
      setBase(found.data.current)
      setConflicts(merge.conflicts)
      if (merge.conflicts.length === 0) void saveChanges(found.data.current, merge.again as EvidenceChanges)
      else setPending(merge.again as EvidenceChanges)
    },
  })
  const [pending, setPending] = useState<EvidenceChanges>({})
  const isBusy = log.busy || update.busy
  const errors = checkItemForm(form, today)

  const change = (changes: Partial<ItemForm>) => {
    const typed = { ...form, ...changes }
    setForm(typed)
    drafts.keep(draftName, typed)
  }
  const close = () => {
    drafts.forget(draftName)
    onClose()
  }
  const finish = (saved: Evidence) => {
    close()
    onSaved(saved)
  }
  const saveChanges = async (current: Evidence, changes: EvidenceChanges) => {
    if (Object.keys(changes).length === 0) {
      close()
      return
    }
    const saved = await update.run({ id: current.id, expectedVersion: current.version, changes })
    if (saved !== undefined) finish(saved)
  }
  const send = async () => {
    setFailure('')
    if (Object.keys(errors).length > 0) {
      setTried(tried + 1)
      return
    }
    const fields = toItemFields(form, provider, today)
    if (base !== null) {
      await saveChanges(base, changesOf(fieldsOfItem(base), fields))
      return
    }
    const logged = await log.run(NewEvidence.parse({ ...fields, links: [] }), files)
    if (logged !== undefined) finish(logged)
  }
  const settle = (choices: Partial<Record<Field, ConflictChoice>>) => {
    const settled: Record<string, unknown> = { ...pending }
    for (const { field, mine, theirs } of conflicts) {
      const choice = choices[field] ?? 'mine'
      if (choice === 'theirs') continue
      settled[field] = choice === 'both' && isItemText(field) ? keepBoth(String(mine), String(theirs)) : mine
    }
    setConflicts([])
    if (base !== null) void saveChanges(base, settled as EvidenceChanges)
  }

  const field = (name: Exclude<keyof ItemForm, 'act' | 'chime' | 'whereFrom' | 'sourceKind' | 'actKind'>) => ({
    id: `${id}-${name}`,
    value: form[name],
    error: tried > 0 ? errors[name] : undefined,
    onType: (value: string) => change({ [name]: value }),
  })

  return (
    <Dialog
      title={item === null ? 'Log evidence' : 'Edit the evidence'}
      size="wide"
      onClose={close}
      isBusy={isBusy}
      actions={
        <>
          <Button look="go" type="submit" form={`${id}-form`} isDisabled={isBusy || conflicts.length > 0}>
            {item === null ? 'Log it' : 'Keep the changes'}
          </Button>
          <Button isDisabled={isBusy} onPress={close}>
            Cancel
          </Button>
        </>
      }
    >
      {conflicts.length > 0 && (
        <ConflictPanel
          heading="Someone else changed this item meanwhile"
          conflicts={conflicts.map(({ field: name, mine, theirs }) => ({
            field: name,
            words: itemFieldWords[name],
            mine: itemFieldInWords(name, mine, provider),
            theirs: itemFieldInWords(name, theirs, provider),
            canKeepBoth: isItemText(name),
          }))}
          onSettle={settle}
        />
      )}
      {failure !== '' && (
        <p className="field__error" role="alert">
          {failure} Your words are still here.
        </p>
      )}
      <form
        id={`${id}-form`}
        className="item-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ErrorSummary
          attempt={tried}
          errors={Object.entries(errors).map(([name, words]) => ({ id: `${id}-${name}`, words }))}
        />
        <LineField label="Title" isRequired {...field('title')} />
        <WordsField label="What it shows" isRequired rows={4} {...field('shows')} />
        <GuardNote
          texts={[form.title, form.shows, form.whereKept, form.note]}
          onTexts={([title = '', shows = '', whereKept = '', note = '']) => change({ title, shows, whereKept, note })}
        />
        <div className="field-row">
          <ChoiceField
            label="Kind"
            value={form.sourceKind}
            onChoose={(kind) => change({ sourceKind: sourceKinds.find((each) => each === kind) ?? 'people' })}
          >
            {sourceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {sourceKindWords[kind]}
              </option>
            ))}
          </ChoiceField>
          <WhereFromField
            label="Where from"
            provider={provider}
            value={form.whereFrom}
            onChange={(whereFrom) => change({ whereFrom })}
          />
          {form.sourceKind === 'people' && (
            <LineField label="Said by" after="people" inputMode="numeric" {...field('saidBy')} />
          )}
        </div>
        <div className="field-row">
          <LineField label="Describes from" hint="For example 4 July 2026" {...field('from')} />
          <LineField label="Describes to" hint="The same day if left empty" {...field('to')} />
        </div>
        <LineField label="Where it is kept" hint="A place in words; nothing is copied" {...field('whereKept')} />
        <div className="field-row">
          <LineField label="Link" hint="Where it already lives, if it has an address" {...field('link')} />
          <LineField label="Last opened" hint="When somebody last looked at it there" {...field('lastOpened')} />
        </div>
        {item === null && (
          <div className="item-form__files">
            <FileTrigger allowsMultiple onSelect={(chosen) => setFiles([...files, ...(chosen ?? [])])}>
              <Button isSmall>
                <Icon name="attach" /> Attach
              </Button>
            </FileTrigger>
            {files.length > 0 && <PendingFiles files={files} onFiles={setFiles} />}
          </div>
        )}
        <fieldset className="choices">
          <legend>CHIME</legend>
          <div className="choices__row">
            {chimeConcepts.map((concept) => (
              <label key={concept} className="choice">
                <input
                  type="checkbox"
                  checked={form.chime.includes(concept)}
                  onChange={() => change({ chime: toggled(form.chime, concept) })}
                />
                {chimeWords[concept]}
              </label>
            ))}
          </div>
        </fieldset>
        <WordsField label="Note" rows={2} {...field('note')} />
        <ActTodayFields form={form} onChange={change} />
      </form>
    </Dialog>
  )
}
