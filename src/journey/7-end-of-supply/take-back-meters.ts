import { taskUseCase } from '#casefile'
import { faultsOfTime, findMeters } from '#journey/energise'
import { accept, type JsonObject, refuse } from '#kernel'
import { TakeBackMeters } from './api.ts'
import { faultsOfRemoval } from './rules/judge-removal.ts'
import { removalOrder } from './rules/removal-order.ts'
import { findSwitchedOff } from './rules/temporary-standing.ts'

/** 拆回电能表: each with its last readings, after the supply is dead. */
export const takeBackMeters = taskUseCase<TakeBackMeters>({
  name: 'take-back-meters',
  form: TakeBackMeters,
  prefill: (file) => ({
    removedMeters: (findMeters(file)?.meters ?? []).map(({ meterNumber }) => ({ meterNumber })),
  }),
  decide({ file, form, now, today, standards }) {
    const off = findSwitchedOff(file)
    if (!off) return refuse({ code: 'supply-still-on' })
    const toleranceKwh = standards.setting('meter-register-tolerance-kwh', today)
    const faults = [
      ...faultsOfTime('takenAt', form.takenAt, now, { step: '停电', at: off.switchedOffAt }),
      ...faultsOfRemoval(form, findMeters(file)?.meters ?? [], toleranceKwh),
    ]
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...taken } = form
    return accept({
      facts: [
        {
          type: 'meters-taken-back',
          happenedAt: new Date(form.takenAt).toISOString(),
          body: taken as unknown as JsonObject,
        },
      ],
      documents: [removalOrder(file, form, off, today)],
    })
  },
})
