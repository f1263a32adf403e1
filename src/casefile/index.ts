/** What rooms, `main.ts` and the command line may use of the casefile. */
export {
  type Actor,
  actorRef,
  type CustomerActor,
  holdsRole,
  mayActAs,
  type RoleGrant,
  type StaffActor,
  type StaffRole,
  type SystemActor,
  staffRoles,
  type VoltageClass,
  voltageClasses,
} from './actor.ts'
export { decideCalendar } from './calendar-published.ts'
export { type CaseFile, caseFileOf, findBody, findFact, listFacts, stands } from './case-file.ts'
export { CaseFiles, type CaseFilesPorts, type CaseStore } from './case-files.ts'
export type {
  CaseClock,
  CaseDocument,
  CaseProfile,
  CaseState,
  CaseStatus,
  CaseTask,
  ClockLimit,
  ClockOwner,
  CompletedTask,
} from './case-state.ts'
export type { Command, CommandAnswer } from './command.ts'
export type { OpenCase } from './decide-step.ts'
export type { Fact, NewFact } from './fact.ts'
export { findLimits } from './find-limits.ts'
export { foldCase } from './fold-case.ts'
export { holdsRoleFor, isCounterWork, maySeeCase, separationRefusal } from './may-do-task.ts'
export type { ComparedPlan, DrawnPlan, NetworkProof, PlanComparison, PlanPrecondition } from './network-proof.ts'
export { type Projection, projectCase } from './project-case.ts'
export {
  CompanyDetails,
  type ConstructionStandards,
  companyDetails,
  constructionStandardsOn,
  NoticeLibrary,
  publishedDocuments,
} from './published-documents.ts'
export { type CaseVerb, caseVerbs, type VerbOutcome } from './queue/index.ts'
export { caseVerb } from './queue/verb.ts'
export {
  type ClockReading,
  dueDate,
  type LimitReading,
  type LimitStanding,
  readClock,
  type WorkingDays,
} from './read-clock.ts'
export { rebuildTokens } from './rebuild-tokens.ts'
export { factOf, handOverId } from './rows-of-command.ts'
export type { StaffMember } from './staff.ts'
export type { PublishedProcess, PublishedStandards, StandardRow } from './standards.ts'
export {
  type Deciding,
  type DocumentOrder,
  type GateItem,
  type HandOverOrder,
  type NoticeOrder,
  type Outcome,
  taskUseCase,
  type UseCase,
} from './use-case.ts'
export type { RoomRows, StoredFile, World } from './world.ts'
export { uuidOf } from './write/index.ts'
