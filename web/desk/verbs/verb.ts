import type { StaffActor } from '#casefile/actor'
import { mayActAs } from '#casefile/actor'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'

export type VerbField =
  | { readonly path: string; readonly kind: 'reason' | 'text' | 'value'; readonly optional?: boolean }
  | { readonly path: string; readonly kind: 'check'; readonly start: boolean }
  | { readonly path: string; readonly kind: 'agree' | 'date' }
  | {
      readonly path: string
      readonly kind: 'colleague'
      readonly among: 'role' | 'account-manager' | 'anyone' | 'signers'
    }
  | {
      readonly path: string
      readonly kind:
        | 'stop-reason'
        | 'document'
        | 'step'
        | 'version'
        | 'profile-field'
        | 'finished-step'
        | 'moved-source'
    }

export interface VerbSituation {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
  readonly actor: StaffActor
}

/** One thing that can be done to a task or case beside its own form; the name is the route's. */
export interface Verb {
  readonly name: VerbName
  readonly group: 'hold' | 'sign' | 'back' | 'clock' | 'case'
  readonly of: 'task' | 'case'
  readonly fields: readonly VerbField[]
  /** Said to be dangerous before it is done: it cannot be undone by a click. */
  readonly heavy?: boolean
  /** Is it this person's to do now? The server decides; this only keeps the menu short. */
  readonly fits: (situation: VerbSituation) => boolean
}

export const verbNames = [
  'claim-task',
  'release-task',
  'transfer-task',
  'delegate-task',
  'add-signer',
  'remove-signer',
  'sign-task',
  'urge-task',
  'return-step',
  'withdraw-step',
  'ask-clock-pause',
  'approve-clock-pause',
  'resume-clock',
  'suspend-case',
  'resume-case',
  'grant-green-channel',
  'assign-account-manager',
  'correct-profile',
  'record-counter-visit',
  'wait-for-capacity',
  'extend-plan-validity',
  'ask-route-change',
  'decide-route-change',
  'migrate-case',
  'withdraw-application',
  'cancel-case',
  'reopen-case',
] as const
export type VerbName = (typeof verbNames)[number]

export const manages = ({ view, actor }: VerbSituation): boolean =>
  mayActAs(actor, 'manager', view.profile.unitId, view.profile.voltageClass)

export const isOpen = ({ view }: VerbSituation): boolean => view.status === 'open'

export const holdsTask = ({ task }: VerbSituation): boolean => task?.mine === true

export const ofCompany = ({ task }: VerbSituation): boolean => task !== undefined && task.role !== 'customer'

export const mayHandOn = (situation: VerbSituation): boolean =>
  isOpen(situation) && ofCompany(situation) && (holdsTask(situation) || manages(situation))

/** A stop of the clock that was asked for and not answered. */
export function pauseAsked(view: StaffCaseView): boolean {
  const last = view.facts.findLast((fact) => fact.type.startsWith('clock-pause') || fact.type === 'clock-paused')
  return last?.type === 'clock-pause-asked'
}
