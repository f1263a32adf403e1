import type { FactView } from '#casefile/views/staff-view'
import type { PlainDate, Undetermined, WorkingCalendar } from '#kernel'

/** A stretch of the case in which one party's days ran. */
export interface Band {
  readonly owner: string
  readonly from: string
  /** Undefined: it runs still. */
  readonly to: string | undefined
  readonly days: number | Undetermined
}

/**
 * Whose days each stretch of the case were, oldest first: of the party a stop names; else the company's while a step of its
 * own is open; else of whoever the open steps belong to. Stretches of the same party run together.
 */
export function bandsOf(
  facts: readonly FactView[],
  calendar: WorkingCalendar,
  dayOf: (instant: string) => string,
): readonly Band[] {
  const open = new Map<string, string>()
  let stop: string | undefined
  const bands: { owner: string; from: string; to: string | undefined }[] = []
  for (const fact of facts) {
    stop = changeOwners(fact, open, stop)
    const owners = [...open.values()]
    const owner = stop ?? (owners.includes('company') ? 'company' : owners[0])
    const running = bands.findLast((band) => band.to === undefined)
    if (running?.owner === owner) continue
    if (running) running.to = fact.recordedAt
    if (owner !== undefined) bands.push({ owner, from: fact.recordedAt, to: undefined })
  }
  return joined(bands).map((band) => ({
    ...band,
    days:
      band.to === undefined ? 0 : calendar.workingDaysIn(dayOf(band.from) as PlainDate, dayOf(band.to) as PlainDate),
  }))
}

/** What a fact changes of whose step is open, and of who stopped the clock. */
function changeOwners(
  { type, body }: FactView,
  open: Map<string, string>,
  stop: string | undefined,
): string | undefined {
  if (type === 'task-opened') open.set(String(body.taskId), String(body.clockOwner))
  if (type === 'task-completed' || type === 'task-voided') open.delete(String(body.taskId))
  if (type === 'clock-paused' || type === 'case-suspended') return String(body.owner)
  if (type === 'clock-resumed' || type === 'case-resumed') return undefined
  return stop
}

/** One command may close a step and open the next: the gap of no time between them is no band of its own. */
function joined(bands: readonly Omit<Band, 'days'>[]): readonly Omit<Band, 'days'>[] {
  const kept: Omit<Band, 'days'>[] = []
  for (const band of bands) {
    if (band.to === band.from) continue
    const last = kept.at(-1)
    if (last && last.owner === band.owner && last.to === band.from) kept[kept.length - 1] = { ...last, to: band.to }
    else kept.push(band)
  }
  return kept
}

export type TimelineEntry =
  | { readonly kind: 'fact'; readonly fact: FactView }
  /** Limits that were passed one after another, nothing between them: one entry, newest first. */
  | { readonly kind: 'breaches'; readonly facts: readonly FactView[] }
  | { readonly kind: 'band'; readonly band: Band }

/** Facts newest first, with the finished bands of at least a day between them. */
export function entriesOf(facts: readonly FactView[], bands: readonly Band[]): readonly TimelineEntry[] {
  const entries: { at: string; entry: TimelineEntry }[] = facts.map((fact) => ({
    at: fact.recordedAt,
    entry: { kind: 'fact', fact },
  }))
  for (const band of bands) {
    const isLong = band.days === 'undetermined' || band.days > 0
    if (band.to !== undefined && isLong) entries.push({ at: band.to, entry: { kind: 'band', band } })
  }
  // A band ends with the fact that ended it, so it stands under that fact and above those before it.
  const ordered = entries
    .map((entry, index) => ({ ...entry, index }))
    .sort((a, b) => b.at.localeCompare(a.at) || rank(a.entry) - rank(b.entry) || b.index - a.index)
    .map(({ entry }) => entry)
  return joinBreaches(ordered)
}

function joinBreaches(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const joined: TimelineEntry[] = []
  for (const entry of entries) {
    if (entry.kind !== 'fact' || entry.fact.type !== 'limit-breached') {
      joined.push(entry)
      continue
    }
    const last = joined.at(-1)
    if (last?.kind === 'breaches') joined[joined.length - 1] = { ...last, facts: [...last.facts, entry.fact] }
    else joined.push({ kind: 'breaches', facts: [entry.fact] })
  }
  return joined
}

const rank = (entry: TimelineEntry): number => (entry.kind === 'band' ? 1 : 0)
