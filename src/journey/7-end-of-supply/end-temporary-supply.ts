import { type CaseFile, taskUseCase } from '#casefile'
import { endsOn } from '#journey/aftercare'
import { accept, refuse } from '#kernel'
import { EndTemporarySupply } from './api.ts'
import { faultsOfEnding } from './rules/judge-end.ts'

/** 临时用电到期: the customer asks for an extension, for the end, or lets a lasting supply that was applied for take over. */
export const endTemporarySupply = taskUseCase<EndTemporarySupply, { readonly takingOver: CaseFile | undefined }>({
  name: 'end-temporary-supply',
  form: EndTemporarySupply,
  gather: async (world, file, { lastingCaseNumber }) => ({
    takingOver: lastingCaseNumber ? await world.findCaseByNumber(file.companyId, lastingCaseNumber) : undefined,
  }),
  decide({ file, form, known, standards, today }) {
    const faults = faultsOfEnding(file, form, known.takingOver, standards, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { decision, until, lastingCaseNumber, reason } = form
    const ends = endsOn(file)
    const fact =
      decision === 'extend'
        ? { type: 'temporary-extension-asked', body: { until: until ?? '', from: ends ?? '', reason } }
        : {
            type: 'temporary-end-asked',
            body: { reason, ...(decision === 'lasting' && lastingCaseNumber ? { lastingCaseNumber } : {}) },
          }
    return accept({ facts: [fact], variables: { temporaryDecision: decision } })
  },
})
