import { z } from 'zod'
import { accept, type Refusal, type Result, refuse } from '#kernel'
import { type Actor, actorRef } from '../actor.ts'
import type { CaseFile } from '../case-file.ts'
import type { ClockOwner } from '../case-state.ts'
import type { NewFact } from '../fact.ts'
import { maySeeCase } from '../may-do-task.ts'
import type { PublishedStandards } from '../standards.ts'
import { manages } from './hold-task.ts'
import { factsOfFreshClocks } from './restart-clocks.ts'
import { caseVerb, type VerbInput } from './verb.ts'

const Reason = z.string().trim().min(2).max(1000)
const Stop = z.object({
  /** A row of the table `pause-reasons`: it says whose time it becomes. */
  reasonCode: z.string().min(1),
  reason: Reason,
  /** The document that proves it, already received in the case or uploaded with it. */
  evidence: z.string().min(1),
  /** Only today: a stop is never back-dated. Given for the record of what was asked. */
  from: z.iso.date().optional(),
})

/** Whose time a stop becomes, by the table in force; unknown reasons and back-dated stops are refused. */
function decideStop({
  form,
  standards,
  today,
  file,
}: VerbInput<z.infer<typeof Stop>>): Result<
  { owner: ClockOwner; reasonCode: string; reason: string; evidence: string },
  Refusal
> {
  if (form.from !== undefined && form.from < today) {
    return refuse({
      code: 'stop-backdated',
      data: { from: form.from, today },
      faults: [{ path: 'from', code: 'stop-backdated' }],
    })
  }
  const rows = standards.decide('pause-reasons', { reason: form.reasonCode }, today)
  if (!rows.ok) return rows
  const owner = rows.value[0]?.outputs.clockOwner
  if (typeof owner !== 'string') {
    return refuse({ code: 'faulty-input', faults: [{ path: 'reasonCode', code: 'unknown-stop-reason' }] })
  }
  if (
    !file.state.documents.some((document) => document.documentId === form.evidence || document.sha256 === form.evidence)
  ) {
    return refuse({ code: 'faulty-input', faults: [{ path: 'evidence', code: 'evidence-not-in-case' }] })
  }
  return accept({
    owner: owner as ClockOwner,
    reasonCode: form.reasonCode,
    reason: form.reason,
    evidence: form.evidence,
  })
}

/** The one who approves a stop must not be handling the case. */
function handles(actor: Actor, file: CaseFile): boolean {
  if (actor.kind !== 'staff') return false
  return [...file.state.tasks.values()].some((task) => task.assignee?.staffId === actor.staffId)
}

const openOnly = (file: CaseFile): Refusal | undefined =>
  file.state.status === 'open'
    ? undefined
    : { code: file.state.status === 'suspended' ? 'case-suspended' : 'case-ended' }

/** Ask for the clock to be stopped: by whoever handles the case, with reason and proof. */
export const askClockPause = caseVerb({
  name: 'ask-clock-pause',
  form: Stop,
  decide(input) {
    const closed = openOnly(input.file)
    if (closed) return refuse(closed)
    if (input.file.state.pause) return refuse({ code: 'already-paused' })
    const stop = decideStop(input)
    if (!stop.ok) return stop
    return accept({ facts: [{ type: 'clock-pause-asked', body: stop.value }] })
  },
})

/** 停表: approve the stop that was asked for; it begins now, never earlier. */
export const approveClockPause = caseVerb({
  name: 'approve-clock-pause',
  form: z.object({ approves: z.boolean(), opinion: Reason }),
  decide({ file, form, actor }) {
    const closed = openOnly(file)
    if (closed) return refuse(closed)
    const asked = file.facts.findLast(
      (fact) =>
        fact.type === 'clock-pause-asked' || fact.type === 'clock-pause-answered' || fact.type === 'clock-paused',
    )
    if (asked?.type !== 'clock-pause-asked') return refuse({ code: 'no-pause-asked' })
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    if (asked.actor === actorRef(actor) || handles(actor, file)) return refuse({ code: 'approver-is-handler' })
    const answer: NewFact = { type: 'clock-pause-answered', body: { approves: form.approves, opinion: form.opinion } }
    if (!form.approves) return accept({ facts: [answer] })
    return accept({
      facts: [
        {
          type: 'clock-paused',
          body: { ...asked.body, askedBy: asked.actor, approver: actorRef(actor), opinion: form.opinion },
        },
      ],
    })
  },
})

/** The cause of the stop is gone: the company's clock counts again from the next day. */
export const resumeClock = caseVerb({
  name: 'resume-clock',
  form: z.object({ reason: Reason }),
  decide({ file, form, actor }) {
    if (!file.state.pause) return refuse({ code: 'not-paused' })
    if (actor.kind === 'customer') return refuse({ code: 'no-right' })
    return accept({ facts: [{ type: 'clock-resumed', body: { reason: form.reason } }] })
  },
})

/** 挂起: the whole case stands still, with reason and document, by a manager who does not handle it. */
export const suspendCase = caseVerb({
  name: 'suspend-case',
  form: Stop,
  decide(input) {
    const { actor, file } = input
    const closed = openOnly(file)
    if (closed) return refuse(closed)
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    if (handles(actor, file)) return refuse({ code: 'approver-is-handler' })
    const stop = decideStop(input)
    if (!stop.ok) return stop
    return accept({ facts: [{ type: 'case-suspended', body: { ...stop.value, approver: actorRef(actor) } }] })
  },
})

/** 恢复 */
export const resumeCase = caseVerb({
  name: 'resume-case',
  form: z.object({ reason: Reason }),
  decide({ file, form, actor }) {
    if (file.state.status !== 'suspended') return refuse({ code: 'not-suspended' })
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    return accept({ facts: [{ type: 'case-resumed', body: { reason: form.reason } }] })
  },
})

/** 终止 (company): with a written reason; after tie-in only when the supply was taken apart again. */
export const cancelCase = caseVerb({
  name: 'cancel-case',
  form: z.object({ reason: Reason, dismantled: z.boolean().default(false) }),
  decide({ file, form, actor }) {
    if (file.state.status !== 'open' && file.state.status !== 'suspended') return refuse({ code: 'case-ended' })
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    const apart = takenApart(file, form.dismantled)
    if (!apart.ok) return apart
    return accept({ facts: [...apart.value, { type: 'case-cancelled', body: { reason: form.reason } }] })
  },
})

/** 撤销申请 (customer) */
export const withdrawApplication = caseVerb({
  name: 'withdraw-application',
  form: z.object({ reason: Reason, dismantled: z.boolean().default(false) }),
  decide({ file, form, actor }) {
    if (file.state.status !== 'open' && file.state.status !== 'suspended') return refuse({ code: 'case-ended' })
    if (!maySeeCase(actor, file)) return refuse({ code: 'no-such-case' })
    if (actor.kind === 'customer' && metered(file)) return refuse({ code: 'supply-to-take-apart' })
    const apart = takenApart(file, form.dismantled)
    if (!apart.ok) return apart
    return accept({ facts: [...apart.value, { type: 'case-withdrawn', body: { reason: form.reason } }] })
  },
})

const metered = (file: CaseFile) =>
  file.state.completed.some((done) => !done.voided && ['install-meter', 'tie-in', 'energise'].includes(done.useCase))

/** After tie-in or metering a case ends only when switched off, removed and the meter taken back, and it is recorded. */
function takenApart(file: CaseFile, dismantled: boolean): Result<readonly NewFact[], Refusal> {
  if (!metered(file)) return accept([])
  if (!dismantled) return refuse({ code: 'supply-to-take-apart' })
  return accept([{ type: 'supply-dismantled', body: { switchedOff: true, removed: true, meterReturned: true } }])
}

/**
 * Reopen a case that was cancelled or withdrawn: everything stands as it stood, but for what ended with the case (a use case
 * that `lapses`); clocks start a new round.
 */
export const reopenCase = caseVerb({
  name: 'reopen-case',
  form: z.object({ reason: Reason }),
  decide({ file, form, actor, standards, today }) {
    if (!['cancelled', 'withdrawn'].includes(file.state.status)) return refuse({ code: 'case-not-ended' })
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    if (file.facts.some((fact) => fact.type === 'supply-dismantled')) return refuse({ code: 'supply-was-dismantled' })
    return accept({
      facts: [
        { type: 'case-reopened', body: { reason: form.reason } },
        ...factsOfFreshClocks(file, standards as PublishedStandards, today, form.reason),
      ],
    })
  },
})
