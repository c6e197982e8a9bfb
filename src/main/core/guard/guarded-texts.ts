import type { GuardFind, GuardedPlace } from '../../../shared/model/guard.ts'
import type { ReportData } from '../report/queries.ts'

/** A field that an export says, as the guard looks at it. */
export type GuardedText = {
  place: GuardedPlace
  text: string
  /** The field asks who is responsible: a member of staff may be named here, so names are no finds. */
  namesStaff: boolean
  /** Where it is, in words; a title in it may hold a find itself. */
  where: string
  shownBy: GuardFind['shownBy']
}

type Field = [column: string, text: string | null | undefined, words: string, namesStaff?: true]

/** Every field of words that a report may say, whoever it is for. Assessments, wards and checklists name nobody by design but the first. */
export function textsOfReport(data: ReportData): GuardedText[] {
  const texts: GuardedText[] = []
  const add = (
    entity: GuardedPlace['entity'],
    id: string,
    about: string,
    shownBy: GuardFind['shownBy'],
    fields: Field[],
  ) => {
    for (const [field, text, words, namesStaff = false] of fields)
      if (text !== undefined && text !== null && text.trim() !== '')
        texts.push({ place: { entity, id, field }, text, namesStaff, where: `${about}, ${words}`, shownBy })
  }
  const { assessment, signOff } = data
  add('assessment', assessment.id, 'The assessment', null, [
    ['title', assessment.title, 'its title'],
    ['executive_lead', assessment.executiveLead, 'executive lead', true],
    ['board_asks', assessment.boardAsks, 'what the board is asked'],
  ])
  const titleOf = new Map<string, string>(data.items.map(({ id, title }) => [id, title]))
  for (const finding of data.findings) {
    const scope = data.scopes.find(({ id }) => id === finding.scopeId)
    // A scope that was left out is in no report.
    if (!scope) continue
    const { peopleView } = finding
    const shownBy = { kind: 'finding', id: finding.id } as const
    const about = `Finding ${finding.promptId}, ${scope.name}`
    add('finding', finding.id, about, shownBy, [
      ['narrative', finding.narrative, 'what staff say'],
      ['reason', finding.reason, 'why it does not apply'],
      ['owner', finding.owner, 'owner', true],
      ['people_who', peopleView.who, 'who was asked'],
      ['people_how', peopleView.how, 'how people were asked'],
      ['people_words', peopleView.words, 'what people said'],
      ['carried_narrative', finding.carriedFrom?.narrative, 'what the last sign-off said'],
    ])
    for (const link of finding.links)
      add('link', link.id, `${about}, “${titleOf.get(link.evidenceId) ?? ''}”`, shownBy, [
        ['weighing', link.weighing, 'how it was weighed'],
      ])
  }
  for (const item of data.items) {
    const shownBy = { kind: 'evidence', id: item.id } as const
    add('evidence', item.id, `Evidence “${item.title}”`, shownBy, [
      ['title', item.title, 'title'],
      ['shows', item.shows, 'what it shows'],
      ['where_kept', item.whereKept, 'where it is kept'],
      ['link', item.link, 'link'],
      ['note', item.note, 'note'],
      ['act_reference', item.actToday?.reference, 'reference'],
      ['act_at', item.actToday?.at, 'when it was raised'],
    ])
    for (const file of item.attachments)
      add('attachment', file.id, `Evidence “${item.title}”`, shownBy, [['name', file.name, 'name of a file']])
  }
  for (const action of data.actions)
    add('action', action.id, `Action “${action.title}”`, { kind: 'action', id: action.id }, [
      ['title', action.title, 'title'],
      ['detail', action.detail, 'detail'],
      ['owner', action.owner, 'owner', true],
      ['closed_reason', action.closedReason, 'why it could not be done'],
    ])
  if (signOff)
    add('snapshot', signOff.assessmentId, 'The sign-off', null, [
      ['signer', signOff.signer, 'signer', true],
      ['role', signOff.role, 'role', true],
      ['statement', signOff.statement, 'statement'],
      ['unassessed_reason', signOff.unassessedReason, 'why findings are not assessed'],
    ])
  for (const erratum of data.errata)
    add('erratum', erratum.id, 'An erratum', null, [
      ['words', erratum.words, 'its words'],
      ['added_by', erratum.addedBy, 'added by', true],
    ])
  return texts
}
