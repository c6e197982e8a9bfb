import { RelationMark } from '../../../../shared/drawing/small-marks.tsx'
import { relationWords } from '../../../../shared/drawing/words.ts'
import type { Relation } from '../../../../shared/model/vocabulary.ts'

/** How an item bears on a finding: its mark and its word. */
export function RelationWords({ relation }: { relation: Relation }) {
  return (
    <span className={`relation relation--${relation}`}>
      <RelationMark relation={relation} />
      {relationWords[relation]}
    </span>
  )
}
