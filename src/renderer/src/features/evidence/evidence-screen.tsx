import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { Evidence, EvidenceRow, EvidenceSort } from '../../../../shared/model/evidence.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Segments } from '../../components/segments.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { useShortcuts } from '../../keys.ts'
import { paths, toEvidenceItem, toImport } from '../../routes.ts'
import { pane } from '../../shell/panes.ts'
import { keepFocus, ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { AgeKey } from './age-key.tsx'
import { CaptureFormView } from './capture-form.tsx'
import { EvidenceFilters } from './evidence-filters.tsx'
import { EvidencePane } from './evidence-pane.tsx'
import {
  isFiltered,
  nextSort,
  readEvidenceQuery,
  withoutFilters,
  writeEvidenceQuery,
  type EvidenceQuery,
} from './evidence-route.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { useFileCatcher } from './file-catcher.ts'
import { ItemFormDialog } from './item-form-dialog.tsx'
import { LinkFindingsDialog } from './link-findings-dialog.tsx'
import { SearchWords } from './search-words.tsx'
import { TickedBar } from './ticked-bar.tsx'
import type { Stretch } from './row-window.ts'
import { useEvidenceRows } from './use-evidence-rows.ts'

type Shown = 'filters' | 'main' | 'side'
type Open = { kind: 'new' } | { kind: 'edit'; item: Evidence } | { kind: 'link'; item: Evidence } | null

const sortWords: Record<EvidenceSort, [string, string]> = {
  logged: ['newest first', 'oldest first'],
  title: ['Z to A', 'A to Z'],
  where: ['by place, Z to A', 'by place, A to Z'],
  describes: ['latest period first', 'earliest period first'],
}

/** `#/evidence` and `#/evidence/:evidenceId`: capture in ten seconds, find in five. */
export function EvidenceScreen() {
  const { evidenceId = null } = useParams<'evidenceId'>()
  const [params] = useSearchParams()
  const search = params.toString()
  const query = useMemo(() => readEvidenceQuery(new URLSearchParams(search)), [search])
  const navigate = useNavigate()
  const canWrite = useCanWrite()
  const info = useAnswer('app.info', {})
  const settings = useAnswer('settings.get', {})
  const provider = useAnswer('provider.get', {})
  const current = useAnswer('assessments.current', {})
  const tally = useAnswer('evidence.tally', {})
  const setSettings = useOrder('settings.set')
  const [inSight, setInSight] = useState<Stretch>({ first: 0, last: 30 })
  const rows = useEvidenceRows(query, inSight)
  const item = useAnswer('evidence.get', { id: evidenceId ?? '' }, { enabled: evidenceId !== null })
  const [shown, setShown] = useState<Shown>(evidenceId === null ? 'main' : 'side')
  const [open, setOpen] = useState<Open>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [files, setFiles] = useState<readonly File[]>([])
  const [isOver, setOver] = useState(false)
  const opening = useRef<string | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const words = useRef<HTMLInputElement>(null)
  const remove = useOrder('evidence.remove', { said: 'Evidence removed.' })
  const today = info.data?.today ?? ''
  const isRoomy = settings.data?.density === 'roomy'

  const goTo = (next: EvidenceQuery, id: string | null, replace = false) => {
    const text = writeEvidenceQuery(next).toString()
    const path = id === null ? paths.evidence : toEvidenceItem(id)
    void navigate(text === '' ? path : `${path}?${text}`, { replace, state: keepFocus })
  }
  const filter = (changes: Partial<EvidenceQuery['filter']>, replace = false) =>
    goTo({ ...query, filter: { ...query.filter, ...changes } }, evidenceId, replace)
  const toList = () => {
    setShown('main')
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus())
  }
  const itemId = item.data?.id
  const focusOpened = useCallback(() => {
    if (opening.current === null || itemId !== opening.current) return
    opening.current = null
    heading.current?.focus()
  }, [itemId])
  const openItem = (id: string) => {
    setShown('side')
    opening.current = id
    requestAnimationFrame(focusOpened)
  }
  // The item may still be on its way when its row is opened.
  useEffect(focusOpened, [focusOpened])
  const removeItem = async ({ id, version }: Pick<EvidenceRow, 'id' | 'version'>) => {
    const done = await remove.run({ id, expectedVersion: version })
    if (done === undefined) return
    if (id === evidenceId) goTo(query, null, true)
    toList()
  }

  useShortcuts({
    'Ctrl+F': () => {
      // In a browser the key is the browser's own.
      if (window.bridge === undefined) return false
      setShown('main')
      requestAnimationFrame(() => words.current?.focus())
      return true
    },
  })
  const catcher = useFileCatcher({
    isOff: !canWrite,
    onOver: setOver,
    onFiles: (caught) => {
      setShown('main')
      setFiles((before) => [...before, ...caught])
    },
  })

  /** Letters act on the item while the list or the item's pane has focus. */
  const act = (key: string, chosen: Evidence | undefined) => {
    if (!canWrite || chosen === undefined || chosen.inBin) return false
    if (key === 'e') setOpen({ kind: 'edit', item: chosen })
    else if (key === 'l') setOpen({ kind: 'link', item: chosen })
    else if (key === 'Delete') void removeItem(chosen)
    else return false
    return true
  }
  const onRowKey = (event: KeyboardEvent, row: EvidenceRow) => {
    if (event.key === 'Delete' && canWrite && !row.inBin) {
      event.preventDefault()
      void removeItem(row)
    } else if (row.id === item.data?.id && act(event.key.toLowerCase(), item.data)) event.preventDefault()
  }
  const onPaneKey = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest('input, textarea, select, [role="dialog"]'))
      return
    if (event.key === 'Escape') toList()
    else if (!act(event.key === 'Delete' ? 'Delete' : event.key.toLowerCase(), item.data)) return
    event.preventDefault()
  }

  const total = rows.total
  const isNarrowed = isFiltered(query)
  return (
    <div className="panes panes--list-side" data-shown={shown}>
      <div className="pane-tabs">
        {shown !== 'main' && <h1 className="nhsuk-u-visually-hidden">Evidence</h1>}
        <Segments
          label="Part of this screen"
          options={[
            { id: 'filters', words: 'Filters' },
            { id: 'main', words: 'List' },
            { id: 'side', words: 'Item' },
          ]}
          chosen={shown}
          onChoose={setShown}
        />
      </div>
      <section className="pane pane--filters" aria-label="Filters" {...pane}>
        <div className="pane__heading">
          <h2>Filters</h2>
          {isNarrowed && (
            <button type="button" className="link-button small" onClick={() => goTo(withoutFilters(query), evidenceId)}>
              Clear filters
            </button>
          )}
        </div>
        <EvidenceFilters
          filter={query.filter}
          tally={tally.data}
          provider={provider.data}
          scopes={(current.data?.scopes ?? []).filter(({ leftOut }) => !leftOut)}
          toView={(view) => {
            const text = writeEvidenceQuery({ ...query, filter: { ...query.filter, view } }).toString()
            return text === '' ? paths.evidence : `${paths.evidence}?${text}`
          }}
          onChange={filter}
        />
      </section>
      <section
        className={isOver ? 'pane pane--main pane--over' : 'pane pane--main'}
        aria-label="Capture and list"
        {...pane}
        {...catcher}
      >
        <div className="screen-head">
          <ScreenTitle title="Evidence" />
          <span className="screen-head__space" />
          {canWrite && (
            <Link className="button" to={toImport()}>
              Bring in many
            </Link>
          )}
          {canWrite && <Button onPress={() => setOpen({ kind: 'new' })}>Full form</Button>}
        </div>
        {canWrite && <CaptureFormView draftName="capture" heading="Quick capture" files={files} onFiles={setFiles} />}
        {isOver && <p className="drop-note">Drop the files here to attach them to what you are logging.</p>}
        <div className="evidence-bar">
          <SearchWords
            key={query.filter.words === '' ? 'empty' : 'words'}
            words={query.filter.words}
            field={words}
            onWords={(text) => filter({ words: text }, true)}
          />
          <output className="secondary evidence-bar__count">
            {total === null ? '' : `${countOf(total, 'item')}, ${sortWords[query.sort][query.descending ? 0 : 1]}`}
          </output>
          <Segments
            label="Density"
            options={[
              { id: 'dense', words: 'Dense' },
              { id: 'roomy', words: 'Roomy' },
            ]}
            chosen={isRoomy ? 'roomy' : 'dense'}
            onChoose={(density) => void setSettings.run({ density })}
          />
        </div>
        {ticked.size > 0 && <TickedBar ids={[...ticked]} canWrite={canWrite} onClear={() => setTicked(new Set())} />}
        {rows.error !== null && <Unanswered error={rows.error} onAgain={rows.again} />}
        {total === null && rows.error === null && <Loading rows={12} />}
        {total === 0 &&
          (isNarrowed ? (
            <EmptyState
              words={query.filter.view === 'bin' ? 'The bin is empty.' : 'No evidence matches these filters.'}
              action={<Button onPress={() => goTo(withoutFilters(query), evidenceId)}>Clear filters</Button>}
            />
          ) : (
            <EmptyState words="Nothing logged yet. Log the first thing you see; it takes ten seconds." />
          ))}
        {total !== null && total > 0 && (
          <>
            <EvidenceTable
              grid={grid}
              rows={rows}
              total={total}
              today={today}
              chosenId={evidenceId}
              ticked={ticked}
              sort={query.sort}
              descending={query.descending}
              isRoomy={isRoomy}
              inSight={inSight}
              onInSight={setInSight}
              onSort={(sort) => goTo({ ...query, ...nextSort(query, sort) }, evidenceId)}
              onChoose={(row) => {
                if (row.id !== evidenceId) goTo(query, row.id, true)
              }}
              onOpen={openItem}
              onTick={(id) =>
                setTicked(new Set(ticked.has(id) ? [...ticked].filter((each) => each !== id) : [...ticked, id]))
              }
              onKey={onRowKey}
            />
            <AgeKey />
          </>
        )}
      </section>
      <section className="pane pane--side" aria-label="Selected evidence" {...pane}>
        <div role="presentation" onKeyDown={onPaneKey}>
          {evidenceId === null ? (
            <p className="secondary">Choose an item of the list to see it here.</p>
          ) : item.data !== undefined ? (
            <EvidencePane
              key={item.data.id}
              item={item.data}
              today={today}
              canWrite={canWrite}
              heading={heading}
              onEdit={() => item.data !== undefined && setOpen({ kind: 'edit', item: item.data })}
              onLink={() => item.data !== undefined && setOpen({ kind: 'link', item: item.data })}
              onRemove={() => item.data !== undefined && void removeItem(item.data)}
            />
          ) : item.error !== null ? (
            <Unanswered error={item.error} onAgain={() => void item.refetch()} />
          ) : (
            <Loading />
          )}
        </div>
      </section>
      {(open?.kind === 'new' || open?.kind === 'edit') && today !== '' && (
        <ItemFormDialog
          item={open.kind === 'edit' ? open.item : null}
          provider={provider.data}
          today={today}
          onClose={() => setOpen(null)}
          onSaved={(saved) => goTo(query, saved.id)}
        />
      )}
      {open?.kind === 'link' && (
        <LinkFindingsDialog
          evidenceIds={[open.item.id]}
          linked={new Set(open.item.links.map(({ findingId }) => findingId))}
          title={`Link “${open.item.title}”`}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
