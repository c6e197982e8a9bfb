import { Fragment } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { Overview } from '../../../../shared/model/overview.ts'
import type { Audience } from '../../../../shared/model/report.ts'
import { redactionOf } from '../../../../shared/model/report-redaction.ts'

/** What the report will hold, section by section and in the order of its pages, with the counts of today's picture. */
export function ReportContents({ overview, audience }: { overview: Overview; audience: Audience }) {
  const scopes = overview.scopes.filter(({ leftOut }) => !leftOut)
  const services = scopes.filter(({ kind }) => kind === 'core-service').length
  const findings = overview.findings.filter(({ scopeId }) => scopes.some(({ id }) => id === scopeId))
  const unassessed = findings.filter(({ judgement }) => judgement === 'not-assessed').length
  const sections = [
    ['Cover', `${overview.assessment.title}, ${statusWords(overview)}, with the caveat`],
    ['Board summary', 'what the board is asked, the matrix, what is not evidenced, what has changed, gaps and actions'],
    ['Findings', `${countOf(findings.length, 'finding')} of the provider and ${countOf(services, 'core service')}`],
    ['Key questions', 'the findings under the headings that inspectors report under'],
    ['Regulations', 'the prompts that touch Regulation 9, Regulation 10 and the MHA Code'],
    ['Actions', `${overview.openActions} open, ${overview.lateActions} late`],
    [
      'Evidence index',
      redactionOf[audience].evidenceIndex
        ? 'left out for this audience'
        : `${countOf(overview.evidenceItems, 'item')} with file checksums`,
    ],
    ['Method and limits', 'what was counted, what was hidden, the checklist and its crosswalk'],
  ]
  return (
    <>
      <dl className="facts report-contents">
        {sections.map(([name, words]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
      {unassessed > 0 && (
        <p className="quiet">{`${countOf(unassessed, 'finding is', 'findings are')} not assessed, and will say so.`}</p>
      )}
    </>
  )
}

const statusWords = ({ assessment }: Overview) => (assessment.status === 'draft' ? 'working draft' : 'signed off')
