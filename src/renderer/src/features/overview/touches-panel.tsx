import { Link } from 'react-router'
import { describeFindingSquares, FindingSquares } from '../../../../shared/drawing/unit-squares.tsx'
import { keyQuestionWords, regulationWords } from '../../../../shared/drawing/words.ts'
import type { ChecklistPack } from '../../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { regulations } from '../../../../shared/model/vocabulary.ts'
import { toFindingsBehind } from '../../routes.ts'
import { arrangeTouches, type Picture, type PlacedFinding } from './picture.ts'

/** Which prompts touch Regulation 9, Regulation 10 and the MHA Code, by key question: squares, never a verdict on a regulation. */
export function TouchesPanel({ picture, pack, at }: { picture: Picture; pack: ChecklistPack; at: IsoDate | null }) {
  return (
    <section className="panel touches" aria-labelledby="touches-heading">
      <div className="panel__head">
        <h2 id="touches-heading">Prompts that touch</h2>
        <span className="panel__aside">One square, one finding. Not a verdict on the regulation</span>
      </div>
      <table className="touches__table">
        <thead>
          <tr>
            <th scope="col">
              <span className="nhsuk-u-visually-hidden">Key question</span>
            </th>
            {regulations.map((regulation) => (
              <th key={regulation} scope="col">
                {regulationWords[regulation]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arrangeTouches(picture, pack).map(({ keyQuestion, cells }) => (
            <tr key={keyQuestion}>
              <th scope="row">{keyQuestionWords[keyQuestion]}</th>
              {cells.map(({ regulation, findings }) => (
                <td key={regulation}>
                  {findings === null ? (
                    <span className="quiet">No prompt</span>
                  ) : (
                    <Link className="touches__cell" to={toFindingsBehind({ at, regulation, keyQuestion })}>
                      <b aria-hidden="true">{findings.length}</b>
                      <span className="nhsuk-u-visually-hidden">
                        {keyQuestionWords[keyQuestion]}, {regulationWords[regulation]}:{' '}
                        {describeFindingSquares(findings.map(squareOf))}
                      </span>
                      {/* Said in words beside it. */}
                      <span aria-hidden="true">
                        {findings.length > 0 && <FindingSquares findings={findings.map(squareOf)} />}
                      </span>
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const squareOf = ({ finding }: PlacedFinding) => ({
  judgement: finding.judgement,
  unsupported: finding.gaps.includes('J'),
})
