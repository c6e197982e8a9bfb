import { Fragment } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { sections } from './sections.ts'

type KeyGroup = { where: string; keys: readonly (readonly [keys: string, does: string])[] }

/** The keys of the screens that there are, by where they act. */
const groups: readonly KeyGroup[] = [
  {
    where: 'Anywhere',
    keys: [
      ...sections.map(({ name, digit }) => [`Alt ${digit}`, name] as const),
      ['Alt N', 'Quick capture'],
      ['Ctrl Z', 'Undo'],
      ['Ctrl Shift Z', 'Redo'],
      ['Ctrl B', 'Words or icons on the left'],
      ['F6', 'Next pane; with Shift the one before'],
      ['Esc', 'Back out one level'],
      ['Ctrl /', 'These keys'],
    ],
  },
  {
    where: 'Overview: as at',
    keys: [
      ['← →', 'A week earlier, a week later'],
      ['Home', 'Today'],
      ['End', 'The expected visit'],
    ],
  },
  {
    where: 'Overview: coverage',
    keys: [
      ['← → ↑ ↓', 'From cell to cell'],
      ['Home, End', 'First, last cell of the row; with Ctrl of all'],
      ['C 7', 'Type a code to go to its row'],
      ['Enter', 'Open the finding'],
    ],
  },
  {
    where: 'A finding',
    keys: [
      ['Alt ↑, Alt ↓', 'Previous, next prompt'],
      ['W P N O U A', 'What staff say, while the ladder has focus'],
      ['R', 'Where it comes from'],
      ['L', 'Link evidence'],
      ['G', 'Add an action'],
    ],
  },
  {
    where: 'Evidence',
    keys: [
      ['↑ ↓', 'From row to row'],
      ['Enter', 'Open the item'],
      ['Space', 'Select the row'],
      ['E', 'Edit the item'],
      ['L', 'Link it'],
      ['Delete', 'Remove it; this can be undone'],
    ],
  },
  {
    where: 'Reading a care plan: statements',
    keys: [
      ['↑ ↓', 'From statement to statement'],
      ['Enter', 'Confirm, and go on'],
      ['F T R V S N U', 'Whose words they are'],
      ['A F I B', 'After V: advocate, family, interpreter, behaviour'],
      ['1 2 3', 'Medical, social, psychological'],
      ['/', 'Note'],
      ['→', 'Open the block; ← closes it'],
      ['Backspace', 'Take the last decision back'],
      ['F6', 'To the criteria'],
      ['Ctrl Enter', 'Next plan'],
    ],
  },
  {
    where: 'Reading a care plan: criteria',
    keys: [
      ['↑ ↓', 'From criterion to criterion'],
      ['Y P N A', 'Yes, part, no, does not apply'],
      ['?', 'Where it comes from'],
      ['Backspace', 'Take the last answer back'],
      ['Esc', 'Back to the statements'],
      ['Ctrl Enter', 'Next plan'],
    ],
  },
  {
    where: 'Home',
    keys: [
      ['Alt S', 'Open the sample'],
      ['Alt C', 'Create a workspace'],
      ['Alt O', 'Open a workspace (desktop)'],
    ],
  },
]

/** All keys in one list (`Ctrl /`). */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard" size="wide" onClose={onClose}>
      <div className="keys">
        {groups.map(({ where, keys }) => (
          <section key={where} className="panel">
            <h3>{where}</h3>
            <dl className="facts">
              {keys.map(([pressed, does]) => (
                <Fragment key={pressed}>
                  <dt>
                    <kbd>{pressed}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
