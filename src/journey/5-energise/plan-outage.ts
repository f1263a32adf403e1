import { taskUseCase } from '#casefile'
import {
  accept,
  dateInShanghai,
  daysBetween,
  type Fault,
  type JsonObject,
  type PlainDate,
  plainDate,
  refuse,
} from '#kernel'
import { PlanOutage } from './api.ts'
import { clockTime } from './rules/step-times.ts'

/** 停(送)电计划: when, whether the line stays live, who approved; an outage is announced the days ahead that law asks (条例 28). */
export const planOutage = taskUseCase<PlanOutage>({
  name: 'plan-outage',
  form: PlanOutage,
  decide({ file, form, standards, today }) {
    const noticeDays = standards.setting('planned-outage-notice-days', today)
    const faults = [...faultsOfWindow(form, today), ...faultsOfNotice(form, today, noticeDays)]
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...plan } = form
    const window = { from: clockTime(form.plannedFrom), to: clockTime(form.plannedTo) }
    const { customerName } = file.state.profile
    return accept({
      facts: [{ type: 'outage-planned', body: plan as JsonObject }],
      notices: [{ template: 'energising-planned', data: { ...window, name: customerName } }],
    })
  },
})

function faultsOfWindow(form: PlanOutage, today: PlainDate): Fault[] {
  const faults: Fault[] = []
  if (Date.parse(form.plannedTo) <= Date.parse(form.plannedFrom))
    faults.push({ path: 'plannedTo', code: 'ends-before-it-begins' })
  if (dateInShanghai(new Date(form.plannedFrom)) < today)
    faults.push({ path: 'plannedFrom', code: 'planned-in-the-past' })
  return faults
}

function faultsOfNotice(form: PlanOutage, today: PlainDate, noticeDays: number): Fault[] {
  if (form.manner === 'live') return []
  if (!form.announcedOn) return [{ path: 'announcedOn', code: 'required' }]
  const faults: Fault[] = []
  if (form.announcedOn > today) faults.push({ path: 'announcedOn', code: 'date-in-the-future', data: { today } })
  const days = daysBetween(plainDate(form.announcedOn), dateInShanghai(new Date(form.plannedFrom)))
  if (days < noticeDays) faults.push({ path: 'plannedFrom', code: 'notice-too-short', data: { days, noticeDays } })
  return faults
}
