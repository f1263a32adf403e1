import { taskUseCase } from '#casefile'
import { accept, type Fault, refuse } from '#kernel'
import { TieIn } from './api.ts'
import { energisingGate } from './rules/energising-gate.ts'
import { findOutagePlan, findStep, type OutagePlan } from './rules/energising-steps.ts'
import { clockTime, faultsOfTime } from './rules/step-times.ts'

/** 停电/带电接火: within the approved plan, behind the safety gate. */
export const tieIn = taskUseCase<TieIn>({
  name: 'tie-in',
  form: TieIn,
  gate: (file, standards, today) => energisingGate(file, standards, today, 'tie-in'),
  decide({ file, form, now }) {
    const plan = findOutagePlan(file)
    if (!plan) return refuse({ code: 'no-outage-plan' })
    const faults = [
      ...faultsOfTime('tiedInAt', form.tiedInAt, now, findStep(file, 'install-meter')),
      ...faultsOfPlan(form.tiedInAt, plan),
    ]
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { tiedInAt, workLeader, workTicketNumber, location, photos, note } = form
    return accept({
      facts: [
        {
          type: 'tied-in',
          happenedAt: new Date(tiedInAt).toISOString(),
          body: {
            tiedInAt,
            workLeader,
            workTicketNumber,
            manner: plan.manner,
            photos,
            note,
            ...(location ? { location: { ...location } as never } : {}),
          },
        },
      ],
      notices: [{ template: 'tied-in', data: { at: clockTime(tiedInAt) } }],
    })
  },
})

function faultsOfPlan(at: string, { plannedFrom, plannedTo }: OutagePlan): Fault[] {
  const outside = Date.parse(at) < Date.parse(plannedFrom) || Date.parse(at) > Date.parse(plannedTo)
  if (!outside) return []
  const data = { from: clockTime(plannedFrom), to: clockTime(plannedTo) }
  return [{ path: 'tiedInAt', code: 'outside-outage-plan', data }]
}
