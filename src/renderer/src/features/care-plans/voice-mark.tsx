import type { DecidedVoice } from '../../../../shared/model/care-plan-audit.ts'
import { voiceWords } from './audit-words.ts'

/** The letter of a voice in its own frame, so that shape and letter tell it and colour is not needed. Words stand beside it. */
export function VoiceMark({ voice }: { voice: DecidedVoice }) {
  return (
    <span className={`voice-mark voice-mark--${voice}`} aria-hidden="true">
      {voiceWords[voice].letter}
    </span>
  )
}

/** The key: every mark with its name on its ground. */
export function VoiceKey() {
  return (
    <ul className="voice-key" aria-label="Key">
      {(Object.keys(voiceWords) as DecidedVoice[]).map((voice) => (
        <li key={voice}>
          <VoiceMark voice={voice} />
          <span className={`voice voice--${voice}`}>{voiceWords[voice].name}</span>
        </li>
      ))}
    </ul>
  )
}
