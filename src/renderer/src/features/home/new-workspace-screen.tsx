import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { HostOutputOf } from '../../../../shared/host-contract.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { toHome } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { Loading } from '../../forms/waiting.tsx'
import { CoreServicesQuestion } from './core-services-question.tsx'
import {
  checkQuestion,
  emptyDraft,
  questions,
  toNewWorkspace,
  type FieldFault,
  type NewWorkspaceDraft,
  type Question,
} from './new-workspace.ts'
import { PeriodQuestion, ProviderQuestion } from './questions.tsx'
import { useEnter } from './use-enter.ts'
import { useHost } from './use-host.ts'

const questionWords: Record<Question, string> = {
  provider: 'Who is it for?',
  'core-services': 'Which core services do you look at?',
  period: 'Which period, and when is a visit expected?',
}

/** `#/home/new`: three questions, then the workspace is made and opened. */
export function NewWorkspaceScreen() {
  const info = useAnswer('app.info', {})
  return info.data === undefined ? <Loading rows={3} /> : <Questions today={info.data.today} />
}

function Questions({ today }: { today: IsoDate }) {
  const navigate = useNavigate()
  const host = useHost()
  const enter = useEnter()
  const create = useOrder('workspaces.create')
  const [draft, setDraft] = useState(() => emptyDraft(today))
  const [step, setStep] = useState(0)
  const [hasMoved, setHasMoved] = useState(false)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [attempt, setAttempt] = useState(0)
  const [place, setPlace] = useState<HostOutputOf<'host.choosePlace'>>(null)
  const question = questions[step] ?? 'provider'
  const isLast = step === questions.length - 1
  const change = (changes: Partial<NewWorkspaceDraft>) => setDraft((before) => ({ ...before, ...changes }))

  const goTo = (other: number) => {
    setStep(other)
    setHasMoved(true)
  }

  const next = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkQuestion(question, draft, today)
    setFaults(found)
    setAttempt(attempt + 1)
    if (found.length > 0) return
    if (!isLast) {
      goTo(step + 1)
      return
    }
    const made = await create.run({
      workspace: toNewWorkspace(draft, today),
      ...(place === null ? {} : { placeId: place.placeId }),
    })
    enter(made)
  }

  const back = () => {
    setFaults([])
    if (step === 0) void navigate(toHome())
    else goTo(step - 1)
  }

  return (
    <div className="guided">
      <p className="quiet">
        Question {step + 1} of {questions.length}
      </p>
      <ScreenTitle title="Create a workspace" />
      <form noValidate onSubmit={(event) => void next(event)}>
        <ErrorSummary attempt={attempt} errors={faults} />
        <QuestionFrame key={question} title={questionWords[question]} takesFocus={hasMoved}>
          {question === 'provider' && <ProviderQuestion draft={draft} faults={faults} onChange={change} />}
          {question === 'core-services' && <CoreServicesQuestion draft={draft} faults={faults} onChange={change} />}
          {question === 'period' && <PeriodQuestion draft={draft} faults={faults} onChange={change} />}
        </QuestionFrame>
        {isLast && host.isDesktop && (
          <p className="guided__place">
            {place === null ? 'It is kept in the usual place on this PC.' : `It is kept in ${place.folder}.`}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => void host.choosePlace().then((chosen) => chosen !== null && setPlace(chosen))}
            >
              Keep it somewhere else
            </button>
          </p>
        )}
        <div className="form__actions">
          <Button type="submit" look="go" isDisabled={create.busy}>
            {isLast ? 'Create the workspace' : 'Next question'}
          </Button>
          <Button onPress={back} isDisabled={create.busy}>
            {step === 0 ? 'Cancel' : 'Back'}
          </Button>
        </div>
      </form>
    </div>
  )
}

/**
 * A question as a group. Its words take focus when it takes another's place, so that it is read out and Tab leads into it; the first one
 * leaves focus to the heading of the screen.
 */
function QuestionFrame(props: { title: string; takesFocus: boolean; children: ReactNode }) {
  const { title, takesFocus, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const isNew = useRef(takesFocus)
  useEffect(() => {
    if (isNew.current) heading.current?.focus()
    isNew.current = false
  }, [])
  return (
    <fieldset className="guided__question" aria-labelledby="question-heading">
      <h2 id="question-heading" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </fieldset>
  )
}
