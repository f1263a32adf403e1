import { accept, addDays, instantAtShanghai, type JsonObject, type PlainDate, type Result } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { Outcome } from './use-case.ts'
import { canonicalJson, type TimerRow } from './write/index.ts'

/** People are told in the morning. */
const tellAt = '08:30'

const kinds = { 'date-ending': 'ending', 'date-over': 'over' } as const
type DateTimer = keyof typeof kinds

export const isDateTimer = (kind: string): kind is DateTimer => kind in kinds

/**
 * One reminder before the day and one when it has passed, as long as each was not told; ids are made of the day, so that a
 * moved day has its own.
 */
export function timersOfWatchedDate(file: CaseFile): readonly TimerRow[] {
  const { caseId } = file
  const { watchedDate, status } = file.state
  if (!watchedDate || (status !== 'open' && status !== 'suspended')) return []
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

const factOf = (kind: DateTimer) => `${kind}-told`

const isTold = (
  { facts }: CaseFile,
  kind: DateTimer,
  { watch, on }: { readonly watch: string; readonly on: PlainDate },
) => facts.some((fact) => fact.type === factOf(kind) && fact.body.on === on && fact.body.watch === watch)

/** What a reminder leaves, once for each day; nothing where the day was moved or is no longer watched. */
export function decideDateTimer(file: CaseFile, kind: DateTimer, body: JsonObject): Result<Outcome> {
  const { watchedDate, accountManager } = file.state
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
