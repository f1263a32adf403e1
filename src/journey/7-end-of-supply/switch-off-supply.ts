import { type CaseFile, taskUseCase } from '#casefile'
import { clockTime, faultsOfTime, findEnergising } from '#journey/energise'
import { accept, type Fault, type Json, refuse } from '#kernel'
import { SwitchOffSupply } from './api.ts'
import { findAskedEnd } from './rules/temporary-standing.ts'

/** 停电拆除: dead first, then off the network, by two persons. Where a lasting supply takes over, not before that is on. */
export const switchOffSupply = taskUseCase<SwitchOffSupply, { readonly takingOver: CaseFile | undefined }>({
  name: 'switch-off-supply',
  form: SwitchOffSupply,
  gather: async (world, file) => {
    const number = findAskedEnd(file)?.lastingCaseNumber
    return { takingOver: number ? await world.findCaseByNumber(file.companyId, number) : undefined }
  },
  decide({ file, form, known, now }) {
    const { takingOver } = known
    // An application that was given up takes nothing over.
    const isAwaited = takingOver !== undefined && ['open', 'suspended'].includes(takingOver.state.status)
    if (isAwaited && !findEnergising(takingOver)) {
      return refuse({ code: 'lasting-supply-not-on', data: { number: findAskedEnd(file)?.lastingCaseNumber ?? '' } })
    }
    const energised = findEnergising(file)
    const { switchedOffAt, removedAt, operator, guardian, switchingOrderNumber, photos, note } = form
    const faults: Fault[] = [
      ...faultsOfTime('switchedOffAt', switchedOffAt, now, energised && { step: '送电', at: energised.energisedAt }),
      ...faultsOfTime('removedAt', removedAt, now, { step: '停电', at: switchedOffAt }),
      ...(operator === guardian ? [{ path: 'guardian', code: 'two-persons-needed' }] : []),
    ]
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const body = { switchedOffAt, removedAt, operator, guardian, switchingOrderNumber, photos, note }
    return accept({
      facts: [
        {
          type: 'supply-switched-off',
          happenedAt: new Date(switchedOffAt).toISOString(),
          body: body as unknown as Readonly<Record<string, Json>>,
        },
        { type: 'date-unwatched', body: { watch: 'temporary-supply' } },
      ],
      notices: [{ template: 'supply-off', data: { at: clockTime(switchedOffAt) } }],
    })
  },
})
