import { addSigner, removeSigner, signTask } from './countersign-task.ts'
import { claimTask, delegateTask, releaseTask, transferTask } from './hold-task.ts'
import { returnStep, withdrawStep } from './send-back.ts'
import {
  assignAccountManager,
  correctProfile,
  grantGreenChannel,
  migrateCase,
  postMessage,
  recordCounterVisit,
  urgeTask,
} from './steer-case.ts'
import {
  approveClockPause,
  askClockPause,
  cancelCase,
  reopenCase,
  resumeCase,
  resumeClock,
  suspendCase,
  withdrawApplication,
} from './stop-case.ts'
import type { CaseVerb } from './verb.ts'

/** Everything that can be done to a task or case beside the process's own steps. */
export const caseVerbs: readonly CaseVerb[] = [
  claimTask,
  releaseTask,
  transferTask,
  delegateTask,
  addSigner,
  removeSigner,
  signTask,
  returnStep,
  withdrawStep,
  urgeTask,
  askClockPause,
  approveClockPause,
  resumeClock,
  suspendCase,
  resumeCase,
  cancelCase,
  withdrawApplication,
  reopenCase,
  grantGreenChannel,
  assignAccountManager,
  migrateCase,
  postMessage,
  recordCounterVisit,
  correctProfile,
]
export type { CaseVerb, VerbOutcome } from './verb.ts'
