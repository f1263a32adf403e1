import { findFact, listFacts, taskUseCase } from '#casefile'
import { clockTime } from '#journey/energise'
import { accept, type Fault, refuse } from '#kernel'
import { ReturnVisit } from './api.ts'

/** 回访: whoever is not reached is tried again, as often as the published setting says. */
export const returnVisit = taskUseCase<ReturnVisit>({
  name: 'return-visit',
  form: ReturnVisit,
  decide({ file, form, now, today, standards }) {
    const supplyOn = findFact(file, 'supply-switched-on')
    if (!supplyOn) return refuse({ code: 'supply-not-on' })
    const faults = faultsOf(form, now, supplyOn.happenedAt)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { visitedAt, channel, reached, satisfaction, comment } = form
    const attempt = listFacts(file, 'return-visit-tried').length + 1
    const body = {
      visitedAt,
      channel,
      reached,
      comment,
      attempt,
      ...(satisfaction === undefined ? {} : { satisfaction }),
    }
    const happenedAt = new Date(visitedAt).toISOString()
    const triesAgain = !reached && attempt < standards.setting('return-visit-attempts', today)
    return triesAgain
      ? accept({ facts: [{ type: 'return-visit-tried', happenedAt, body }], staysOpen: true })
      : accept({ facts: [{ type: 'return-visited', happenedAt, body }] })
  },
})

function faultsOf(form: ReturnVisit, now: Date, supplyOnAt: string): Fault[] {
  const { visitedAt, reached, satisfaction } = form
  const faults: Fault[] = []
  if (Date.parse(visitedAt) > now.getTime()) {
    const data = { at: clockTime(visitedAt), now: clockTime(now.toISOString()) }
    faults.push({ path: 'visitedAt', code: 'time-in-the-future', data })
  }
  if (Date.parse(visitedAt) < Date.parse(supplyOnAt)) {
    faults.push({
      path: 'visitedAt',
      code: 'before-earlier-step',
      data: { step: '送电', earlier: clockTime(supplyOnAt) },
    })
  }
  if (reached && satisfaction === undefined) faults.push({ path: 'satisfaction', code: 'required' })
  if (!reached && satisfaction !== undefined) faults.push({ path: 'satisfaction', code: 'nobody-reached' })
  return faults
}
