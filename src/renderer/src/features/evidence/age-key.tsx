import { AgeMark } from '../../../../shared/drawing/small-marks.tsx'
import { ageWords } from '../../../../shared/drawing/words.ts'
import { ages } from '../../../../shared/model/vocabulary.ts'

/** What the age marks of the table mean. */
export function AgeKey() {
  return (
    <p className="age-key small secondary">
      Describes:
      {ages.map((age) => (
        <span key={age} className="age">
          <AgeMark age={age} /> {ageWords[age].toLowerCase()}
        </span>
      ))}
      for the strictest prompt it serves.
    </p>
  )
}
