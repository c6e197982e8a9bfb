import { Fragment } from 'react'

const keys = {
  statements: [
    ['↑ ↓', 'statement'],
    ['Enter', 'confirm'],
    ['F T R V S N U', 'whose words'],
    ['1 2 3', 'need'],
    ['/', 'note'],
    ['→', 'open block'],
    ['Backspace', 'undo'],
    ['F6', 'criteria'],
    ['Ctrl Enter', 'next plan'],
    ['Ctrl /', 'all keys'],
  ],
  criteria: [
    ['↑ ↓', 'criterion'],
    ['Y', 'yes'],
    ['P', 'part'],
    ['N', 'no'],
    ['A', 'does not apply'],
    ['?', 'source'],
    ['Backspace', 'undo'],
    ['Esc', 'statements'],
    ['Ctrl Enter', 'next plan'],
    ['Ctrl /', 'all keys'],
  ],
} as const

/** The keys of a step, along the foot of the screen. */
export function KeyLine({ step }: { step: keyof typeof keys }) {
  return (
    <div className="key-line" role="note" aria-label="Keys">
      {keys[step].map(([pressed, does]) => (
        <span key={pressed}>
          {pressed.split(/ (?!Enter|\/$)/).map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>{' '}
            </Fragment>
          ))}
          {does}
        </span>
      ))}
    </div>
  )
}
