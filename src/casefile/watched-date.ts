import { accept, addDays, instantAtShanghai, type JsonObject, type PlainDate, type Result } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { WatchedDate } from './case-state.ts'
import { tellAt } from './limit-timers.ts'
import type { Outcome } from './use-case.ts'
import { canonicalJson, type TimerRow } from './write/index.ts'

const kinds = { 'date-ending': 'ending', 'date-over': 'over' } as const
type DateTimer = keyof typeof kinds

export const isDateTimer = (kind: string): kind is DateTimer => kind in kinds

/**
 * One reminder before the day and one when it has passed, as long as each was not told; ids are made of the day, so that a
 * moved day has its own.
 */
export function timersOfWatchedDate(file: CaseFile): readonly TimerRow[] {
  const { caseId } = file
  const watchedDate = watchedIn(file)
  if (!watchedDate) return []
  const { watch, on, warnOn } = watchedDate
  const make = (kind: DateTimer, day: PlainDate): TimerRow => ({
    timerId: `${caseId}:${watch}:${kind}:${on}`,
    dueAt: instantAtShanghai(day, tellAt).toISOString(),
    kind,
    body: canonicalJson({ watch, on }),
  })
  return [make('date-ending', warnOn), make('date-over', addDays(on, 1))].filter(
    ({ kind }) => !isTold(file, kind as DateTimer, watchedDate),
  )
}

/** The day of a case that goes on; one that has ended reminds of nothing. */
const watchedIn = ({ state: { watchedDate, status } }: CaseFile): WatchedDate | undefined =>
  status === 'open' || status === 'suspended' ? watchedDate : undefined

const factOf = (kind: DateTimer) => `${kind}-told`

const isTold = ({ facts }: CaseFile, kind: DateTimer, { watch, on }: WatchedDate) =>
  facts.some((fact) => fact.type === factOf(kind) && fact.body.on === on && fact.body.watch === watch)

/** What a reminder leaves, once for each day; nothing where the day was moved or the case reminds of none any more. */
export function decideDateTimer(file: CaseFile, kind: DateTimer, body: JsonObject): Result<Outcome> {
  const { accountManager } = file.state
  const watchedDate = watchedIn(file)
  if (!watchedDate || watchedDate.watch !== body.watch || watchedDate.on !== body.on) return accept({ facts: [] })
  if (isTold(file, kind, watchedDate)) return accept({ facts: [] })
  const template = `${watchedDate.watch}-${kinds[kind]}`
  const data = { on: watchedDate.on }
  const to = [...(accountManager ? [accountManager.staffId] : []), ...(kind === 'date-over' ? ['role:manager'] : [])]
  return accept({
    facts: [{ type: factOf(kind), body: { watch: watchedDate.watch, on: watchedDate.on } }],
    notices: [{ template, data }],
    staffNotices: to.length > 0 ? [{ template: `${template}-staff`, to, data }] : [],
  })
}
