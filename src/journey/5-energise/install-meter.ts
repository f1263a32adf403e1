import { taskUseCase } from '#casefile'
import { approvedPlan } from '#journey/supply-plan'
import { accept, type Json, refuse } from '#kernel'
import { InstallMeter } from './api.ts'
import { faultsOfMetering } from './rules/judge-metering.ts'
import { meterWorkOrder } from './rules/meter-work-order.ts'
import { faultsOfOldMeters, oldMetersFact, proposeMeters } from './rules/old-meters.ts'
import { faultsOfTime } from './rules/step-times.ts'
import { metersToTakeBack } from './rules/take-back-meters.ts'

/** 装表: what was installed, against the plan. While the terminal is not online the step is recorded and stays open. */
export const installMeter = taskUseCase<InstallMeter>({
  name: 'install-meter',
  form: InstallMeter,
  prefill: (file) => proposeMeters(file, approvedPlan(file)?.metering ?? []),
  decide({ file, form, now, today, standards }) {
    const plan = approvedPlan(file)
    if (!plan) return refuse({ code: 'no-plan-in-force' })
    const toleranceKwh = standards.setting('meter-register-tolerance-kwh', today)
    const faults = [
      ...faultsOfTime('installedAt', form.installedAt, now),
      ...faultsOfMetering(form, plan.metering, toleranceKwh),
      ...faultsOfOldMeters(file, form, toleranceKwh),
    ]
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { installedAt, installedBy, meters, terminal, location, photos, note } = form
    const body = { installedAt, installedBy, meters, terminal, photos, note, ...(location ? { location } : {}) }
    return accept({
      facts: [
        {
          type: 'meter-installed',
          happenedAt: new Date(installedAt).toISOString(),
          body: body as unknown as Record<string, Json>,
        },
        ...oldMetersFact(file, form),
      ],
      ...(terminal.online ? { documents: [meterWorkOrder(file, form, today)] } : { staysOpen: true }),
    })
  },
  undo: metersToTakeBack,
})
