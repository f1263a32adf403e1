import { dateInShanghai } from '#kernel'
import { type CaseFile, listFacts } from '../case-file.ts'
import { nameOf } from '../may-do-task.ts'
import { readClock } from '../read-clock.ts'
import type { PublishedStandards } from '../standards.ts'
import { viewStages } from './stage-view.ts'

/** Facts a customer sees in the track, with the body his page needs; everything else of a case is the company's own. */
const visibleFacts: readonly string[] = [
  'supply-plan-drafted',
  'supply-plan-replied',
  'plan-validity-extended',
  'one-time-notice-given',
  'contract-drafted',
  'fees-determined',
  'completion-inspected',
  'interim-inspected',
  'supplement-asked',
  'energising-form-signed',
  'meter-installed',
  'supply-switched-on',
  'service-rated',
]

/** What the customer waits for or holds in the capacity ledger; amounts are in his plan. */
export interface CapacityOfCase {
  readonly state: 'waiting' | 'offered' | 'reserved' | 'energised' | 'ended'
  /** Last day it is kept. */
  readonly expiresOn: string | null
  /** Place in the queue where most wait before him; 1 is next. */
  readonly position: number | null
}

/** The case like a parcel on its way: done, now, next; who owns it, until when, whose clock runs. */
export function viewForCustomer(
  file: CaseFile,
  standards: PublishedStandards,
  { managerPhone, capacity }: { readonly managerPhone?: string | undefined; readonly capacity: CapacityOfCase | null },
  now: Date,
) {
  const { state } = file
  const today = dateInShanghai(now)
  const process = state.process && standards.processVersion(state.process.name, state.process.version)
  const warnDays = standards.setting('warn-working-days-before-due', today)
  return {
    caseId: file.caseId,
    version: file.version,
    status: state.status,
    profile: { ...state.profile },
    variant: state.variant ?? null,
    todo: [...state.tasks.values()]
      .filter((task) => task.role === 'customer' && state.status === 'open')
      .map(({ taskId, elementId, useCase, openedAt }) => ({ taskId, elementId, useCase, openedAt })),
    /** Company tasks open now that the customer may know of and may urge. */
    waitingFor: [...state.tasks.values()]
      .filter((task) => task.role !== 'customer')
      .map(({ taskId, elementId, useCase, role, openedAt, assignee, urgedTimes }) => ({
        taskId,
        elementId,
        useCase,
        role,
        openedAt,
        by: assignee?.name ?? null,
        urgedTimes,
      })),
    stages: viewStages(state, process?.graph).map((stage) => ({
      ...stage,
      steps: stage.steps
        .filter((step) => step.customerVisible)
        .map((step) => ({ ...step, ...(step.by ? { by: nameOf(file, step.by) } : {}) })),
    })),
    clocks: state.clocks.map((clock) => readClock(clock, standards.calendar, now, warnDays)),
    accountManager: state.accountManager ? { ...state.accountManager, phone: managerPhone ?? null } : null,
    documents: state.documents.filter((document) => document.customerVisible && !document.voidedBecause),
    supplements: openSupplements(file),
    messages: listFacts(file, 'message-posted').map((fact) => ({
      at: fact.recordedAt,
      from: String(fact.body.from),
      name: String(fact.body.byName ?? ''),
      text: String(fact.body.text),
      about: typeof fact.body.about === 'string' ? fact.body.about : null,
    })),
    facts: file.facts
      .filter((fact) => visibleFacts.includes(fact.type))
      .map((fact) => ({ seq: fact.seq, type: fact.type, at: fact.recordedAt, body: fact.body })),
    counterVisits: state.counterVisits,
    /** The day agreed on that the case reminds of: the last one of a temporary supply. */
    endsOn: state.watchedDate?.on ?? null,
    pause: state.pause ?? null,
    capacity,
    openedAt: state.openedAt,
    endedAt: state.endedAt ?? null,
  }
}

export type CustomerCaseView = ReturnType<typeof viewForCustomer>

/** Supplements asked for and not yet handed in. */
export function openSupplements(file: CaseFile) {
  const given = new Set(
    file.state.documents.filter((document) => !document.voidedBecause).map((document) => document.kind),
  )
  return listFacts(file, 'supplement-asked')
    .map((fact) => ({
      document: String(fact.body.document),
      nameZh: String(fact.body.nameZh),
      nameEn: String(fact.body.nameEn),
      neededBy: String(fact.body.neededBy),
      dueOn: String(fact.body.dueOn),
    }))
    .filter((entry) => !given.has(entry.document))
}
