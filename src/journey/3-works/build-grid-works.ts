import { type CaseFile, findFact, type PublishedStandards, readClock, taskUseCase } from '#casefile'
import { accept, type Fault, type JsonObject, type PlainDate, refuse } from '#kernel'
import { BuildGridWorks } from './api.ts'

/** 电网配套工程: the company's own works, with a clock of their own beside the customer's. */
export const buildGridWorks = taskUseCase<BuildGridWorks>({
  name: 'build-grid-works',
  form: BuildGridWorks,
  decide({ file, form, now, standards, today }) {
    const dueOn = lateSince(file, form, standards, now)
    const faults = faultsOf(form, dueOn, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...built } = form
    return accept({
      facts: [{ type: 'grid-works-built', body: { ...built, late: dueOn !== undefined } as unknown as JsonObject }],
    })
  },
  // What stands on the ground stays there; somebody has to look whether the new plan can use it.
  undo: (file, because) =>
    findFact(file, 'grid-works-built')
      ? [
          {
            type: 'grid-works-to-review',
            body: { scope: findFact(file, 'grid-works-built')?.body.scope ?? '', because },
          },
        ]
      : [],
})

/** The tightest limit the works broke, as the day they were due; undefined: on time, or the calendar cannot tell yet. */
function lateSince(
  file: CaseFile,
  form: BuildGridWorks,
  standards: PublishedStandards,
  now: Date,
): PlainDate | 'unknown' | undefined {
  const clock = file.state.clocks.findLast((entry) => entry.node === 'grid-works' && entry.endedAt === undefined)
  if (!clock) return undefined
  const { limits } = readClock(clock, standards.calendar, now, 0)
  const overdue = limits.find(({ dueOn }) => dueOn && dueOn !== 'undetermined' && form.completedOn > dueOn)
  if (overdue?.dueOn) return overdue.dueOn as PlainDate
  return limits.some((limit) => limit.breached) ? 'unknown' : undefined
}

function faultsOf(form: BuildGridWorks, dueOn: PlainDate | 'unknown' | undefined, today: PlainDate): Fault[] {
  const faults: Fault[] = []
  if (form.completedOn > today) faults.push({ path: 'completedOn', code: 'date-in-future', data: { today } })
  if (form.completedOn < form.startedOn)
    faults.push({ path: 'completedOn', code: 'before-start', data: { startedOn: form.startedOn } })
  if (dueOn && form.delayReason.length < 2)
    faults.push({ path: 'delayReason', code: 'delay-reason-needed', data: { dueOn } })
  return faults
}
