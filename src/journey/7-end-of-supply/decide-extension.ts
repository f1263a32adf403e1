import { taskUseCase } from '#casefile'
import { faultsOfLastDay } from '#journey/acceptance'
import { endsOn, watchEnd } from '#journey/aftercare'
import { accept, plainDate, refuse } from '#kernel'
import { DecideExtension } from './api.ts'
import { extensionConfirmation } from './rules/extension-confirmation.ts'
import { findAskedExtension, onSince } from './rules/temporary-standing.ts'

/** 延期审批: the last day moves on, with a confirmation for both sides, or stays where it is. */
export const decideExtension = taskUseCase<DecideExtension>({
  name: 'decide-extension',
  form: DecideExtension,
  decide({ file, form, standards, today }) {
    const asked = findAskedExtension(file)
    if (!asked) return refuse({ code: 'no-extension-asked' })
    const { approves, opinion } = form
    const { until } = asked
    const from = endsOn(file) ?? ''
    if (!approves) {
      return accept({
        facts: [{ type: 'temporary-extension-refused', body: { until, opinion } }],
        notices: [{ template: 'temporary-supply-not-extended', data: { on: from, opinion } }],
      })
    }
    // The rules in force when it is approved count, not those of the day it was asked for.
    const faults = faultsOfLastDay('approves', until, onSince(file) ?? today, standards, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    return accept({
      facts: [
        { type: 'temporary-supply-extended', body: { from, until, opinion } },
        watchEnd(plainDate(until), standards, today),
      ],
      variables: { temporaryUntil: until },
      documents: [extensionConfirmation(file, { from, until, reason: asked.reason, opinion }, today)],
      notices: [{ template: 'temporary-supply-extended', data: { until } }],
    })
  },
})
