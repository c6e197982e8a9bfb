import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { packLine } from '../../../../shared/drawing/pack-words.ts'
import { audienceWords, describeRedaction } from '../../../../shared/model/report-redaction.ts'
import { bulletList, code, heading, pageBreak, paragraph, type Block } from '../pdf/document.ts'
import { standingCaveat, type ReportView } from '../wording.ts'

/** How the report was made, what it leaves out, and what cannot be concluded from it. */
export function method(view: ReportView): Block[] {
  const { pack, asAt, audience, redaction, trail, signOff } = view
  return [
    pageBreak(),
    heading(1, 'Method and limits'),
    paragraph(packLine(pack, asAt)),
    paragraph(standingCaveat),
    heading(2, 'How judgements, views and gaps come about'),
    bulletList([
      'A judgement is the provider’s own, of its own evidence, prompt by prompt and scope by scope. It is set by a person.',
      'What people say is kept apart from it: how many of those asked said yes, in part and no, who was asked, how and when. “Most” is more than half of those asked. The two are never averaged.',
      `Gaps are worked out from the evidence log as at ${formatDate(asAt)}, by fixed rules; they are never set by hand.`,
      'An item is current up to three quarters of its prompt’s window after the end of the period that it describes, ageing in the last quarter, stale beyond. The usual window is 12 months.',
      'Items that contradict a finding are shown beside those that support it. Items given as context count for neither.',
    ]),
    heading(2, 'What this report leaves out'),
    paragraph(`Made for: ${audienceWords[audience]}. Left out: ${describeRedaction(redaction).join('; ')}.`),
    heading(2, 'What cannot be concluded'),
    bulletList([
      'There is no score and no rating in this report, and none can be worked out from it.',
      'Whoever was not asked is not heard. A finding on which nobody was asked rests on staff and records alone.',
      'Evidence was chosen by those who logged it, unless an item says how it was sampled.',
    ]),
    heading(2, 'Sources'),
    bulletList(pack.links.map(({ title, url }) => (url === undefined ? title : `${title}: ${url}`))),
    heading(2, 'Trail'),
    paragraph([
      `Every change is written to a chained trail of ${trail.entries} rows. The hash of its last row when this report was made: `,
      code(trail.hash),
      '.',
    ]),
    ...(signOff === null
      ? []
      : [
          paragraph([
            'This report is made from the snapshot of the sign-off, which later changes do not reach. SHA-256 of the snapshot: ',
            code(signOff.sha256),
            '.',
          ]),
        ]),
  ]
}
