import { ListBox, ListBoxItem } from 'react-aria-components'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { PeopleMark } from '../../../../shared/drawing/people-mark.tsx'
import { SourceStrip } from '../../../../shared/drawing/source-strip.tsx'
import { countOf, gapShortWords, judgementWords, peopleVerdictWords } from '../../../../shared/drawing/words.ts'
import { decidePeopleVerdict } from '../../../../shared/model/people-view.ts'
import { Segments } from '../../components/segments.tsx'
import { filterRows, type PromptRow, type RowFilter } from './assessment-map.ts'

const filters: { id: RowFilter; words: string }[] = [
  { id: 'all', words: 'All' },
  { id: 'gaps', words: 'Gaps' },
  { id: 'to-do', words: 'To do' },
]

/** The prompts of a scope in words, with both marks, kinds of source, gaps; walked with the arrow keys, opened with Enter. */
export function PromptList(props: {
  rows: readonly PromptRow[]
  filter: RowFilter
  chosen: string | null
  onFilter: (filter: RowFilter) => void
  onChoose: (promptId: string) => void
  onOpen: () => void
}) {
  const { rows, filter, chosen, onFilter, onChoose, onOpen } = props
  const shown = filterRows(rows, filter)
  return (
    <>
      <div className="pane__heading">
        <h2 id="prompts-heading">Prompts</h2>
        <Segments
          label="Which prompts"
          options={filters.map(({ id, words }) => ({ id, words: `${words} ${filterRows(rows, id).length}` }))}
          chosen={filter}
          onChoose={onFilter}
        />
      </div>
      <ListBox
        className="prompt-list"
        aria-labelledby="prompts-heading"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (key !== undefined && key !== chosen) onChoose(String(key))
        }}
        onAction={onOpen}
        renderEmptyState={() => <p className="prompt-list__empty">{emptyWords[filter]}</p>}
      >
        {shown.map((row) => (
          <PromptItem key={row.prompt.id} row={row} />
        ))}
      </ListBox>
    </>
  )
}

const emptyWords: Record<RowFilter, string> = {
  all: 'No prompts are asked of this scope.',
  gaps: 'No gaps here.',
  'to-do': 'Every prompt here has been assessed.',
}

function PromptItem({ row: { prompt, finding } }: { row: PromptRow }) {
  const verdict = decidePeopleVerdict(finding.peopleView)
  return (
    <ListBoxItem id={prompt.id} textValue={`${prompt.short} ${prompt.id}`} className="prompt-list__item">
      <JudgementMark
        judgement={finding.judgement}
        label={`Staff: ${judgementWords[finding.judgement].toLowerCase()}`}
      />
      <PeopleMark verdict={verdict} label={`People: ${peopleVerdictWords[verdict].toLowerCase()}`} />
      <span className="prompt-list__text">
        <span className="prompt-list__short">
          {prompt.short} <span className="code">{prompt.id}</span>
        </span>
        <span className="prompt-list__facts">
          <SourceStrip kinds={finding.kinds} size={13} />
          <span className="prompt-list__items">{countOf(finding.items, 'item')}</span>
          <span className="prompt-list__gaps">
            {finding.gaps.map((letter) => (
              <GapLetterMark key={letter} letter={letter} size={18} label={`Gap: ${gapShortWords[letter]}`} />
            ))}
          </span>
          {finding.reconfirm && <span className="prompt-list__reconfirm">re-confirm</span>}
        </span>
      </span>
    </ListBoxItem>
  )
}
