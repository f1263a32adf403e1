import type { Json } from '#kernel'
import type {
  CaseDocument,
  CaseProfile,
  CaseState,
  CaseTask,
  CompletedTask,
  Signer,
  StageRecord,
} from './case-state.ts'
import type { Fact } from './fact.ts'
import { foldClocksOn, type Holding, noClocks } from './fold-clocks.ts'

/** The fold's working copy: the same shape as `CaseState`, open to change while facts are read. */
interface Draft {
  status: CaseState['status']
  profile: CaseProfile
  variant?: string
  process?: { name: string; version: number }
  variables: Record<string, Json>
  tasks: Map<string, CaseTask>
  completed: CompletedTask[]
  stages: StageRecord[]
  documents: CaseDocument[]
  accountManager?: { staffId: string; name: string }
  greenChannel?: NonNullable<CaseState['greenChannel']>
  pause?: NonNullable<CaseState['pause']>
  counterVisits: { at: string; cause: string }[]
  watchedDate?: NonNullable<CaseState['watchedDate']>
  openedAt: string
  endedAt?: string
}

// Bodies were checked when they were written; the fold trusts the log it is given.
// biome-ignore lint/suspicious/noExplicitAny: one place where a stored body meets the types of its fact
type Body = any
type Handler = (draft: Draft, body: Body, fact: Fact) => void

function changeTask(draft: Draft, taskId: string, change: (task: CaseTask) => CaseTask): void {
  const task = draft.tasks.get(taskId)
  if (task) draft.tasks.set(taskId, change(task))
}

function changeDocument(draft: Draft, documentId: string, change: (document: CaseDocument) => CaseDocument): void {
  draft.documents = draft.documents.map((document) =>
    document.documentId === documentId ? change(document) : document,
  )
}

function withoutAssignee({ assignee: _, ...task }: CaseTask): CaseTask {
  return task
}

const assign: Handler = (draft, body) =>
  changeTask(draft, body.taskId, (task) => ({
    ...task,
    assignee: {
      staffId: body.staffId,
      name: body.name,
      ...(body.onBehalfOf ? { onBehalfOf: body.onBehalfOf } : {}),
    },
  }))

const document: (issuedBy: 'company' | 'customer') => Handler = (issuedBy) => (draft, body, fact) => {
  draft.documents.push({
    documentId: body.documentId,
    kind: body.kind,
    name: body.name,
    sha256: body.sha256,
    mediaType: body.mediaType ?? 'application/pdf',
    pages: body.pages ?? null,
    issuedBy,
    at: fact.recordedAt,
    ...(body.elementId ? { elementId: body.elementId } : {}),
    ...(body.taskId ? { taskId: body.taskId } : {}),
    customerVisible: body.customerVisible ?? true,
    signatures: [],
  })
}

const handlers: Record<string, Handler> = {
  'case-opened': (draft, body, fact) => {
    draft.profile = body.profile
    draft.openedAt = fact.recordedAt
  },
  'profile-changed': (draft, body) => {
    draft.profile = { ...draft.profile, ...body.changes }
  },
  'process-started': (draft, body) => {
    draft.process = { name: body.process, version: body.version }
    draft.variant = body.variant
  },
  'process-migrated': (draft, body) => {
    draft.process = { name: body.process, version: body.toVersion }
  },
  'variables-set': (draft, body) => {
    Object.assign(draft.variables, body.variables)
  },
  'stage-started': (draft, body, fact) => {
    draft.stages.push({ stage: body.stage, startedAt: fact.recordedAt })
  },
  'stage-ended': (draft, body, fact) => {
    draft.stages = draft.stages.map((record) =>
      record.stage === body.stage && record.endedAt === undefined ? { ...record, endedAt: fact.recordedAt } : record,
    )
  },
  'task-opened': (draft, body, fact) => {
    draft.tasks.set(body.taskId, {
      taskId: body.taskId,
      elementId: body.elementId,
      useCase: body.useCase,
      role: body.role,
      stage: body.stage,
      ...(body.node ? { node: body.node } : {}),
      clockOwner: body.clockOwner,
      customerVisible: body.customerVisible,
      openedAt: fact.recordedAt,
      signers: [],
      urgedTimes: 0,
    })
  },
  'task-claimed': assign,
  'task-assigned': assign,
  'task-transferred': assign,
  'task-delegated': assign,
  'task-released': (draft, body) => changeTask(draft, body.taskId, withoutAssignee),
  'task-urged': (draft, body) =>
    changeTask(draft, body.taskId, (task) => ({ ...task, urgedTimes: task.urgedTimes + 1 })),
  'signer-added': (draft, body) =>
    changeTask(draft, body.taskId, (task) => ({
      ...task,
      signers: [...task.signers, { staffId: body.staffId, name: body.name, reason: body.reason } satisfies Signer],
    })),
  'signer-removed': (draft, body) =>
    changeTask(draft, body.taskId, (task) => ({
      ...task,
      signers: task.signers.filter((signer) => signer.staffId !== body.staffId),
    })),
  'signer-signed': (draft, body, fact) =>
    changeTask(draft, body.taskId, (task) => ({
      ...task,
      signers: task.signers.map((signer) =>
        signer.staffId === body.staffId
          ? { ...signer, signed: { at: fact.recordedAt, agrees: body.agrees, opinion: body.opinion } }
          : signer,
      ),
    })),
  'task-completed': (draft, body, fact) => {
    const task = draft.tasks.get(body.taskId)
    if (!task) return
    draft.tasks.delete(body.taskId)
    draft.completed.push({
      taskId: task.taskId,
      elementId: task.elementId,
      useCase: task.useCase,
      stage: task.stage,
      openedAt: task.openedAt,
      completedAt: fact.recordedAt,
      seq: fact.seq,
      actor: fact.actor,
      voided: false,
    })
  },
  'task-voided': (draft, body) => {
    draft.tasks.delete(body.taskId)
  },
  'work-voided': (draft, body) => {
    const tasks = new Set<string>(body.tasks)
    draft.completed = draft.completed.map((done) => (tasks.has(done.taskId) ? { ...done, voided: true } : done))
  },
  'document-issued': document('company'),
  'document-received': document('customer'),
  'document-signed': (draft, body, fact) =>
    changeDocument(draft, body.documentId, (entry) => ({
      ...entry,
      signatures: [...entry.signatures, { by: fact.actor, name: body.name, at: fact.recordedAt, method: body.method }],
    })),
  'signature-voided': (draft, body) =>
    changeDocument(draft, body.documentId, (entry) => ({
      ...entry,
      signatures: entry.signatures.filter((signature) => signature.by !== body.by),
    })),
  'document-voided': (draft, body) =>
    changeDocument(draft, body.documentId, (entry) => ({ ...entry, voidedBecause: body.because })),
  'account-manager-assigned': (draft, body) => {
    draft.accountManager = { staffId: body.staffId, name: body.name }
  },
  'green-channel-granted': (draft, body) => {
    draft.greenChannel = body
  },
  'green-channel-withdrawn': (draft) => {
    delete draft.greenChannel
  },
  'counter-visited': (draft, body, fact) => {
    draft.counterVisits.push({ at: fact.happenedAt, cause: body.cause })
  },
  'date-watched': (draft, body) => {
    draft.watchedDate = { watch: body.watch, on: body.on, warnOn: body.warnOn }
  },
  'date-unwatched': (draft) => {
    delete draft.watchedDate
  },
  'clock-paused': (draft, body, fact) => {
    draft.pause = { owner: body.owner, reason: body.reason, since: fact.recordedAt }
  },
  'clock-resumed': (draft) => {
    delete draft.pause
  },
  'case-suspended': (draft) => {
    draft.status = 'suspended'
  },
  'case-resumed': (draft) => {
    draft.status = 'open'
  },
  'case-withdrawn': (draft, _, fact) => end(draft, 'withdrawn', fact),
  'case-cancelled': (draft, _, fact) => end(draft, 'cancelled', fact),
  'case-closed': (draft, _, fact) => end(draft, 'closed', fact),
  'case-reopened': (draft) => {
    draft.status = 'open'
    delete draft.endedAt
  },
}

function end(draft: Draft, status: CaseState['status'], fact: Fact): void {
  draft.status = status
  draft.endedAt = fact.recordedAt
}

const unopened: CaseProfile = {
  caseNumber: '',
  kind: '',
  category: '',
  unitId: '',
  voltageClass: 'lv',
  customerKey: '',
  customerName: '',
  address: '',
  capacityKva: null,
}

/** What stands after some facts, and who holds the time, for the clocks to be read on. */
export interface CaseFold {
  readonly state: CaseState
  readonly holding: Holding
}

export const nothingHappened: CaseFold = {
  state: {
    status: 'open',
    profile: unopened,
    variables: {},
    tasks: new Map(),
    completed: [],
    stages: [],
    documents: [],
    counterVisits: [],
    openedAt: '',
    clocks: noClocks.clocks,
  },
  holding: noClocks.holding,
}

/**
 * What stands in a case after these facts: the one reading of the log that status, inbox, timeline and clocks share.
 * Cost is linear in the facts read (a whole case has about two hundred).
 */
export function foldCase(facts: readonly Fact[]): CaseState {
  return foldOn(nothingHappened, facts).state
}

/** Reads on: `facts` are those that follow what was folded, the facts of a command all together. Changes nothing it is given. */
export function foldOn({ state, holding }: CaseFold, facts: readonly Fact[]): CaseFold {
  const { clocks, ...stands } = state
  const draft: Draft = {
    ...stands,
    variables: { ...state.variables },
    tasks: new Map(state.tasks),
    completed: [...state.completed],
    stages: [...state.stages],
    documents: [...state.documents],
    counterVisits: [...state.counterVisits],
  }
  for (const fact of facts) handlers[fact.type]?.(draft, fact.body, fact)
  const next = foldClocksOn({ clocks, holding }, facts)
  return { state: { ...draft, clocks: next.clocks }, holding: next.holding }
}
