import { Assessment, Scope } from '../model/assessment.ts'
import { ChecklistPack } from '../model/checklist.ts'
import { Comparison } from '../model/comparison.ts'
import { IsoDate } from '../model/dates.ts'
import { Finding, FindingChanges, FindingDetail, FindingSummary, LinkedEvidence } from '../model/finding.ts'
import { AssessmentId, CoreServiceId, FindingId, PromptId, ScopeId, Version } from '../model/ids.ts'
import { Overview } from '../model/overview.ts'
import { PeopleView } from '../model/people-view.ts'
import { z } from '../model/schema.ts'
import { Erratum, NewSignOff, SignedAssessment, SignOff, SignOffCheck } from '../model/sign-off.ts'
import { Status } from '../model/status.ts'
import { Count, Line, SomeWords } from '../model/text.ts'
import { SourceKind } from '../model/vocabulary.ts'
import { query, command, nothing, expecting, asAt } from './method.ts'

/** The checklist, the assessment with its scopes and findings, and sign-off. */
export const assessmentMethods = {
  // The checklist and the assessment.
  'checklists.current': query('reader', nothing, ChecklistPack),
  'assessments.list': query('reader', nothing, z.array(Assessment)),
  'assessments.current': query('reader', nothing, z.strictObject({ assessment: Assessment, scopes: z.array(Scope) })),
  'assessments.update': command(
    'lead',
    z.strictObject({
      id: AssessmentId,
      expectedVersion: Version,
      changes: Assessment.pick({
        title: true,
        from: true,
        to: true,
        expectedVisit: true,
        executiveLead: true,
        boardAsks: true,
      }).partial(),
    }),
    Assessment,
  ),
  'assessments.startNext': command(
    'lead',
    z.strictObject({
      from: IsoDate,
      to: IsoDate,
      title: Line.optional(),
      expectedVisit: IsoDate.nullable().default(null),
    }),
    Assessment,
  ),
  'assessments.compare': query('reader', asAt, Comparison.nullable()),

  // Sign-off: what to look at before it, the snapshot, and corrections beside it.
  'signoff.check': query('reader', asAt, SignOffCheck),
  'signoff.sign': command('lead', NewSignOff, SignOff),
  'signoff.get': query('reader', z.strictObject({ assessmentId: AssessmentId }), SignedAssessment.nullable()),
  'signoff.addErratum': command('lead', z.strictObject({ assessmentId: AssessmentId, words: SomeWords }), Erratum),

  // What the assessment looks at, and the picture.
  'scopes.add': command('lead', z.strictObject({ coreServiceId: CoreServiceId }), Scope),
  'scopes.rename': command('lead', z.strictObject({ id: ScopeId, expectedVersion: Version, name: Line }), Scope),
  'scopes.leaveOut': command('lead', expecting(ScopeId), Scope),
  'scopes.bringBack': command('lead', expecting(ScopeId), Scope),
  'overview.get': query('reader', asAt, Overview),
  'status.get': query('reader', asAt, Status),

  // Findings: the staff's judgement, and the people's view kept apart from it.
  'findings.list': query(
    'reader',
    z.strictObject({ scopeId: ScopeId.optional(), asAt: IsoDate.optional() }),
    z.array(FindingSummary),
  ),
  'findings.get': query('reader', z.strictObject({ id: FindingId, asAt: IsoDate.optional() }), FindingDetail),
  // Linked items of some kinds: what contradicts first, then what supports, then context; the newest of each first.
  'findings.linked': query(
    'reader',
    z.strictObject({
      id: FindingId,
      sourceKinds: z.array(SourceKind).min(1).max(6),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.strictObject({ total: Count, rows: z.array(LinkedEvidence) }),
  ),
  'findings.find': query('reader', z.strictObject({ prompt: PromptId, scope: z.string().max(64) }), FindingDetail),
  'findings.update': command(
    'contributor',
    z.strictObject({ id: FindingId, expectedVersion: Version, changes: FindingChanges }),
    Finding,
  ),
  'findings.recordPeopleView': command(
    'contributor',
    z.strictObject({ id: FindingId, expectedVersion: Version, peopleView: PeopleView }),
    Finding,
  ),
} as const
