import type { MethodName } from '../../../shared/contract.ts'
import type { EventName } from '../../../shared/events.ts'

/** Everything: what another workspace, or a host that was away, makes doubtful. */
const everything = ['']

/** Which answers an event makes doubtful, by the beginning of their method's name. */
const doubtfulAfter: Record<EventName, readonly string[]> = {
  'provider.changed': [
    'provider.',
    'assessments.',
    'findings.',
    'evidence.',
    'overview.',
    'status.',
    'requests.',
    'actions.',
    'signoff.',
    'audits.',
  ],
  'assessments.changed': [
    'assessments.',
    'signoff.',
    'checklists.',
    'findings.',
    'evidence.',
    'overview.',
    'status.',
    'requests.',
    'actions.',
  ],
  'findings.changed': [
    'findings.',
    'requests.',
    'assessments.compare',
    'signoff.',
    'evidence.',
    'overview.',
    'status.',
  ],
  'evidence.changed': [
    'evidence.',
    'requests.',
    'signoff.',
    'findings.',
    'actions.',
    'provider.',
    'overview.',
    'status.',
  ],
  'actions.changed': ['actions.', 'signoff.', 'findings.', 'overview.', 'status.'],
  'audits.changed': ['audits.'],
  // Whatever a command changes may be what the identifier guard looks at.
  'history.changed': ['history.', 'trail.', 'backups.', 'guard.'],
  'backups.changed': ['backups.'],
  'workspace.changed': everything,
  'settings.changed': ['settings.', 'app.'],
  'task.progress': [],
}

/** Which event tells of what a command of this name changes; the page does not wait for the event to come round. */
const eventOfCommand: Record<string, EventName> = {
  provider: 'provider.changed',
  'core-services': 'provider.changed',
  wards: 'provider.changed',
  assessments: 'assessments.changed',
  scopes: 'assessments.changed',
  signoff: 'assessments.changed',
  guard: 'workspace.changed',
  findings: 'findings.changed',
  evidence: 'evidence.changed',
  links: 'evidence.changed',
  attachments: 'evidence.changed',
  actions: 'actions.changed',
  audits: 'audits.changed',
  history: 'workspace.changed',
  workspaces: 'workspace.changed',
  backups: 'workspace.changed',
  settings: 'settings.changed',
}

/** Whether an answer of this method may have changed by an event. */
export const isDoubtfulAfter = (event: EventName, method: string): boolean =>
  doubtfulAfter[event].some((beginning) => method.startsWith(beginning))

/** Whether an answer of `method` may have changed by this command having been done. */
export function isDoubtfulAfterCommand(command: MethodName, method: string): boolean {
  const event = eventOfCommand[command.split('.')[0] ?? '']
  return isDoubtfulAfter('history.changed', method) || (event !== undefined && isDoubtfulAfter(event, method))
}
