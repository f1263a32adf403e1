import { z } from 'zod'
import { accept, type Refusal, type Result, refuse } from '#kernel'
import { canReach, type ProcessGraph, returnTo } from '#process'
import { actorRef } from '../actor.ts'
import type { CaseFile } from '../case-file.ts'
import type { NewFact } from '../fact.ts'
import { findOpenTask, mayDoTask } from '../may-do-task.ts'
import type { PublishedStandards } from '../standards.ts'
import { manages, notHolder } from './hold-task.ts'
import { caseVerb, type VerbOutcome } from './verb.ts'

const Reason = z.string().trim().min(2).max(1000)

export function graphOf(file: CaseFile, standards: PublishedStandards): ProcessGraph {
  const process = file.state.process
  const published = process && standards.processVersion(process.name, process.version)
  if (!published) throw new Error(`case ${file.caseId} runs on a process that is not published`)
  return published.graph
}

/**
 * 退回: back to any earlier step. What rested on that step is voided by named facts, in every branch that lies after it;
 * branches beside it go on. `onOurAccount`: the company's own doing, so its clock goes on; otherwise the customer asked for it
 * and a new clock starts beside the old one.
 */
export const returnStep = caseVerb({
  name: 'return-step',
  form: z.object({
    taskId: z.string().min(1),
    toElement: z.string().min(1),
    reason: Reason,
    onOurAccount: z.boolean().default(true),
  }),
  decide({ file, form, actor, standards, today }) {
    const task = findOpenTask(file, form.taskId)
    if (!task.ok) return task
    if (task.value.assignee && !manages(actor, file)) {
      if (actor.kind !== 'staff' || task.value.assignee.staffId !== actor.staffId) return notHolder(task.value)
    }
    const allowed = mayDoTask(actor, file, { ...task.value, signers: [] }, standards, today)
    if (!allowed.ok && !manages(actor, file)) return allowed
    if (suppliedAlready(file)) return refuse({ code: 'supply-already-on' })
    const graph = graphOf(file, standards)
    if (!canReach(graph, form.toElement, task.value.elementId))
      return refuse({ code: 'not-an-earlier-step', data: { step: form.toElement } })
    return goBack(file, graph, form.toElement, form.reason, {
      ...(form.onOurAccount ? { wentBack: true } : { newRoundBecause: form.reason }),
    })
  },
})

/** After tie-in or metering going back means taking the supply apart again: that is cancelling, not returning. */
const suppliedAlready = (file: CaseFile) =>
  file.state.completed.some((done) => !done.voided && ['tie-in', 'energise'].includes(done.useCase))

/** 撤回: take back one's own last step while nobody has begun what follows it. */
export const withdrawStep = caseVerb({
  name: 'withdraw-step',
  form: z.object({ taskId: z.string().min(1), reason: Reason }),
  decide({ file, form, actor, standards }) {
    const done = file.state.completed.findLast((entry) => entry.taskId === form.taskId && !entry.voided)
    if (!done || done.actor !== actorRef(actor)) return refuse({ code: 'not-your-step' })
    if (suppliedAlready(file)) return refuse({ code: 'supply-already-on' })
    const graph = graphOf(file, standards)
    const later = file.state.completed.some(
      (entry) => entry.seq > done.seq && !entry.voided && canReach(graph, done.elementId, entry.elementId),
    )
    const begun = [...file.state.tasks.values()].find(
      (task) => task.assignee && canReach(graph, done.elementId, task.elementId),
    )
    if (later || begun) return refuse({ code: 'next-step-begun', data: { by: begun?.assignee?.name ?? '' } })
    return goBack(file, graph, done.elementId, form.reason, { wentBack: true })
  },
})

/** Moves the tokens back and names everything that no longer stands. */
export function goBack(
  file: CaseFile,
  graph: ProcessGraph,
  toElement: string,
  reason: string,
  clocks: Pick<VerbOutcome, 'wentBack' | 'newRoundBecause'>,
): Result<VerbOutcome, Refusal> {
  if (!file.tokens) return refuse({ code: 'case-not-running' })
  const moved = returnTo(graph, file.tokens, toElement)
  if (!moved.ok) return moved
  const { voided, voidedElements } = moved.value
  const tasks = voided.map((task) => task.taskId)
  return accept({
    ...clocks,
    move: moved.value,
    facts: [
      { type: 'step-returned', body: { toElement, reason } },
      { type: 'work-voided', body: { tasks, elements: [...voidedElements], because: reason } },
      ...voidedDocuments(file, new Set(tasks), reason),
    ],
  })
}

/** Documents issued by steps that no longer count, and what was signed on them. */
function voidedDocuments(file: CaseFile, tasks: ReadonlySet<string>, because: string): NewFact[] {
  return file.state.documents
    .filter((document) => !document.voidedBecause && document.taskId && tasks.has(document.taskId))
    .flatMap((document) => [
      { type: 'document-voided', body: { documentId: document.documentId, kind: document.kind, because } },
      ...document.signatures.map((signature) => ({
        type: 'signature-voided',
        body: { documentId: document.documentId, by: signature.by, because },
      })),
    ])
}
