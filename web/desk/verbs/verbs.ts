import { type RouteStanding, walkedRoutes } from '../case/routes-of-case.ts'
import { holds } from '../data/use-me.ts'
import {
  holdsTask,
  isOpen,
  manages,
  mayHandOn,
  ofCompany,
  pauseAsked,
  type Verb,
  type VerbField,
  type VerbName,
  type VerbSituation,
} from './verb.ts'

const reason: VerbField = { path: 'reason', kind: 'reason' }
const stop: readonly VerbField[] = [
  { path: 'reasonCode', kind: 'stop-reason' },
  { path: 'evidence', kind: 'document' },
  reason,
]
const dismantled: VerbField = { path: 'dismantled', kind: 'check', start: false }

/** Every verb of the queue, in the order of the menu. */
export const verbs: readonly Verb[] = [
  {
    name: 'claim-task',
    group: 'hold',
    of: 'task',
    fields: [],
    fits: (situation) => isOpen(situation) && ofCompany(situation) && !situation.task?.assignee && mayTake(situation),
  },
  {
    name: 'release-task',
    group: 'hold',
    of: 'task',
    fields: [],
    fits: (s) => mayHandOn(s) && s.task?.assignee !== undefined,
  },
  {
    name: 'transfer-task',
    group: 'hold',
    of: 'task',
    fields: [{ path: 'to', kind: 'colleague', among: 'role' }, reason],
    fits: mayHandOn,
  },
  {
    name: 'delegate-task',
    group: 'hold',
    of: 'task',
    fields: [{ path: 'to', kind: 'colleague', among: 'role' }, reason],
    fits: (situation) => mayHandOn(situation) && situation.task?.assignee !== undefined,
  },
  {
    name: 'add-signer',
    group: 'sign',
    of: 'task',
    fields: [{ path: 'staffId', kind: 'colleague', among: 'anyone' }, reason],
    fits: mayHandOn,
  },
  {
    name: 'remove-signer',
    group: 'sign',
    of: 'task',
    fields: [{ path: 'staffId', kind: 'colleague', among: 'signers' }, reason],
    fits: (situation) => mayHandOn(situation) && (situation.task?.signers.some((signer) => !signer.signed) ?? false),
  },
  {
    name: 'sign-task',
    group: 'sign',
    of: 'task',
    fields: [
      { path: 'agrees', kind: 'agree' },
      { path: 'opinion', kind: 'reason' },
    ],
    fits: ({ task, actor }) =>
      task?.signers.some((signer) => signer.staffId === actor.staffId && !signer.signed) ?? false,
  },
  {
    name: 'urge-task',
    group: 'hold',
    of: 'task',
    fields: [{ path: 'note', kind: 'text', optional: true }],
    fits: (situation) => isOpen(situation) && situation.task !== undefined && !holdsTask(situation),
  },
  {
    name: 'return-step',
    group: 'back',
    of: 'task',
    fields: [{ path: 'toElement', kind: 'step' }, reason, { path: 'onOurAccount', kind: 'check', start: true }],
    heavy: true,
    fits: (situation) =>
      isOpen(situation) &&
      ofCompany(situation) &&
      (situation.task?.mayDo === true || manages(situation)) &&
      situation.view.returnTargets.length > 0,
  },
  {
    name: 'withdraw-step',
    group: 'back',
    of: 'case',
    fields: [{ path: 'taskId', kind: 'finished-step' }, reason],
    fits: ({ view, actor }) =>
      view.status === 'open' && view.returnTargets.some((step) => step.by === `staff:${actor.staffId}`),
  },
  {
    name: 'ask-clock-pause',
    group: 'clock',
    of: 'case',
    fields: stop,
    fits: (s) => isOpen(s) && !s.view.pause && !pauseAsked(s.view),
  },
  {
    name: 'approve-clock-pause',
    group: 'clock',
    of: 'case',
    fields: [
      { path: 'approves', kind: 'agree' },
      { path: 'opinion', kind: 'reason' },
    ],
    fits: (situation) => isOpen(situation) && manages(situation) && pauseAsked(situation.view),
  },
  { name: 'resume-clock', group: 'clock', of: 'case', fields: [reason], fits: ({ view }) => view.pause !== null },
  { name: 'suspend-case', group: 'clock', of: 'case', fields: stop, heavy: true, fits: (s) => isOpen(s) && manages(s) },
  {
    name: 'resume-case',
    group: 'clock',
    of: 'case',
    fields: [reason],
    fits: (s) => s.view.status === 'suspended' && manages(s),
  },
  {
    name: 'grant-green-channel',
    group: 'case',
    of: 'case',
    fields: [
      reason,
      { path: 'owner', kind: 'colleague', among: 'anyone' },
      { path: 'basis', kind: 'text', optional: true },
    ],
    fits: (situation) => isOpen(situation) && manages(situation) && !situation.view.greenChannel,
  },
  {
    name: 'assign-account-manager',
    group: 'case',
    of: 'case',
    fields: [{ path: 'staffId', kind: 'colleague', among: 'account-manager' }, reason],
    fits: (situation) => isOpen(situation) && manages(situation),
  },
  {
    name: 'correct-profile',
    group: 'case',
    of: 'case',
    fields: [{ path: 'field', kind: 'profile-field' }, { path: 'value', kind: 'value' }, reason],
    fits: (situation) => manages(situation) || holds(situation.actor, 'account-manager'),
  },
  {
    name: 'record-counter-visit',
    group: 'case',
    of: 'case',
    fields: [{ path: 'cause', kind: 'reason' }],
    fits: (s) => isOpen(s) && holds(s.actor, 'clerk', 'account-manager'),
  },
  {
    name: 'wait-for-capacity',
    group: 'case',
    of: 'case',
    fields: [{ path: 'note', kind: 'text', optional: true }],
    fits: (s) =>
      isOpen(s) &&
      holds(s.actor, 'account-manager', 'designer') &&
      s.view.tasks.some(({ useCase }) => useCase === 'reply-supply-plan'),
  },
  {
    name: 'extend-plan-validity',
    group: 'case',
    of: 'case',
    fields: [{ path: 'validUntil', kind: 'date' }, reason],
    fits: (s) =>
      isOpen(s) &&
      holds(s.actor, 'manager', 'marketing') &&
      s.view.facts.some(({ type, stands }) => type === 'supply-plan-replied' && stands) &&
      !s.view.facts.some(({ type }) => type === 'supply-switched-on'),
  },
  {
    name: 'ask-route-change',
    group: 'case',
    of: 'case',
    fields: [
      { path: 'sourceNumber', kind: 'moved-source' },
      reason,
      { path: 'safetyCheck', kind: 'reason' },
      { path: 'interestedParties', kind: 'text' },
    ],
    fits: (s) =>
      isOpen(s) && holds(s.actor, 'works-engineer', 'account-manager', 'inspector') && hasRoute(s, 'moved', 'refused'),
  },
  {
    name: 'decide-route-change',
    group: 'case',
    of: 'case',
    fields: [
      { path: 'sourceNumber', kind: 'moved-source' },
      { path: 'approves', kind: 'agree' },
      { path: 'opinion', kind: 'reason' },
      { path: 'noInterest', kind: 'check', start: false },
    ],
    fits: (s) => isOpen(s) && holds(s.actor, 'manager', 'planning', 'operation') && hasRoute(s, 'asked'),
  },
  {
    name: 'migrate-case',
    group: 'case',
    of: 'case',
    fields: [{ path: 'toVersion', kind: 'version' }, reason],
    heavy: true,
    fits: (s) => isOpen(s) && holds(s.actor, 'administrator'),
  },
  {
    name: 'withdraw-application',
    group: 'case',
    of: 'case',
    fields: [reason, dismantled],
    heavy: true,
    fits: (s) => isOpen(s) && holds(s.actor, 'clerk', 'account-manager'),
  },
  {
    name: 'cancel-case',
    group: 'case',
    of: 'case',
    fields: [reason, dismantled],
    heavy: true,
    fits: (s) => (isOpen(s) || s.view.status === 'suspended') && manages(s),
  },
  {
    name: 'reopen-case',
    group: 'case',
    of: 'case',
    fields: [reason],
    fits: (s) => ['cancelled', 'withdrawn'].includes(s.view.status) && manages(s),
  },
]

const hasRoute = ({ view }: VerbSituation, ...standings: readonly RouteStanding[]): boolean =>
  walkedRoutes(view).some(({ standing }) => standings.includes(standing))

/** A task whose role one holds; a countersignature that is still open does not keep one from taking it. */
function mayTake({
  task,
}: {
  readonly task: { readonly mayDo: boolean; readonly because?: string } | undefined
}): boolean {
  return task !== undefined && (task.mayDo || task.because === 'signers-open')
}

export function findVerb(name: VerbName): Verb {
  const found = verbs.find((verb) => verb.name === name)
  if (!found) throw new Error(`no verb ${name}`)
  return found
}
