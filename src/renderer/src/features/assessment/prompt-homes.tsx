import { regulationWords } from '../../../../shared/drawing/words.ts'
import type { Prompt } from '../../../../shared/model/checklist.ts'
import { homesOf, reportedUnder } from './prompt-words.ts'

/** What a prompt is reported under, the regulations it touches, and its homes in other frameworks, each marked for what it is. */
export function PromptHomes({ prompt }: { prompt: Prompt }) {
  return (
    <dl className="prompt-homes">
      <div>
        <dt>Reported under</dt>
        <dd>
          {reportedUnder(prompt)} {prompt.keyQuestions.some(({ editorial }) => editorial) && <Mark words="editorial" />}
        </dd>
      </div>
      {prompt.regulations.length > 0 && (
        <div>
          <dt>Touches</dt>
          <dd>{prompt.regulations.map((regulation) => regulationWords[regulation]).join(', ')}</dd>
        </div>
      )}
      {homesOf(prompt).map(({ framework, statements, mark, sources }) => (
        <div key={framework + mark} title={sources.join('\n')}>
          <dt>{framework}</dt>
          <dd>
            {statements.join('; ')} <Mark words={mark} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Mark({ words }: { words: string }) {
  return <span className={words === 'draft' ? 'mapping-mark mapping-mark--draft' : 'mapping-mark'}>{words}</span>
}
