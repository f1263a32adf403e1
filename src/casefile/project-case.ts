import { dateInShanghai, type PlainDate, type WorkingCalendar } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { CaseTask } from './case-state.ts'
import { type ClockReading, readClock } from './read-clock.ts'
import { type CaseRow, canonicalJson, type TaskRow, type TimerRow } from './write/index.ts'

/** What the lists need to know to project a case. */
export interface Projecting {
  readonly calendar: WorkingCalendar
  readonly now: Date
  readonly warnDays: number
}

/** The rows that lists and the portal read; everything in them can be made again from the facts. */
export interface Projection {
  readonly row: CaseRow
  readonly tasks: readonly TaskRow[]
  readonly timers: readonly TimerRow[]
}

export function projectCase(file: CaseFile, { calendar, now, warnDays }: Projecting): Projection {
  const { state } = file
  const clocks = state.clocks
    .filter((clock) => clock.endedAt === undefined)
    .map((clock) => readClock(clock, calendar, now, warnDays))
  const flags = flagsOf(file)
  const last = file.facts.at(-1)
  return {
    row: {
      caseId: file.caseId,
      caseNumber: state.profile.caseNumber,
      version: file.version,
      headHash: file.headHash,
      status: state.status,
      kind: state.profile.kind,
      variant: state.variant ?? null,
      processName: state.process?.name ?? null,
      processVersion: state.process?.version ?? null,
      stage: currentStage(file),
      unitId: state.profile.unitId,
      voltageClass: state.profile.voltageClass,
      customerName: state.profile.customerName,
      customerKey: state.profile.customerKey,
      address: state.profile.address,
      capacityKva: state.profile.capacityKva,
      accountManager: state.accountManager?.staffId ?? null,
      flags,
      tokens: file.tokens ? canonicalJson(file.tokens as never) : '{}',
      dueOn: earliest(clocks.flatMap(dueDates)),
      openedAt: state.openedAt,
      changedAt: last?.recordedAt ?? state.openedAt,
      search: [state.profile.customerName, state.profile.caseNumber, state.profile.address].join(' ').toLowerCase(),
    },
    tasks:
      state.status === 'open' || state.status === 'suspended'
        ? [...state.tasks.values()].map((task) => taskRow(file, task, clocks, flags))
        : [],
    timers: clocks.flatMap((clock) => timersOf(file.caseId, clock, calendar, warnDays)),
  }
}

const currentStage = (file: CaseFile) =>
  file.state.stages.findLast((record) => record.endedAt === undefined)?.stage ?? null

function flagsOf(file: CaseFile): string[] {
  const { state } = file
  const flags: string[] = []
  if (state.greenChannel) flags.push('green')
  const importance = state.variables.importance
  if (typeof importance === 'string' && importance !== 'none')
    flags.push(importance === 'suspected' ? 'importance-suspected' : 'important')
  if ([...state.tasks.values()].some((task) => task.urgedTimes > 0)) flags.push('urged')
  if (state.status === 'suspended') flags.push('suspended')
  else if (state.pause) flags.push('paused')
  return flags
}

function dueDates(clock: ClockReading): PlainDate[] {
  return clock.limits.flatMap((limit) => (limit.dueOn && limit.dueOn !== 'undetermined' ? [limit.dueOn] : []))
}

function earliest(dates: readonly PlainDate[]): PlainDate | null {
  return [...dates].sort()[0] ?? null
}

/** The clocks that press on a task: its node's and the whole process. */
function clocksOf(task: CaseTask, clocks: readonly ClockReading[]): ClockReading[] {
  return clocks.filter(
    (clock) =>
      clock.node === task.node || (clock.node === 'whole' && task.clockOwner === 'company' && task.node !== undefined),
  )
}

function taskRow(file: CaseFile, task: CaseTask, clocks: readonly ClockReading[], flags: readonly string[]): TaskRow {
  const { profile, variant, status } = file.state
  return {
    taskId: task.taskId,
    elementId: task.elementId,
    useCase: task.useCase,
    role: task.role,
    unitId: profile.unitId,
    voltageClass: profile.voltageClass,
    stage: task.stage,
    assignee: task.assignee?.staffId ?? null,
    candidates: task.signers.filter((signer) => !signer.signed).map((signer) => signer.staffId),
    openedAt: task.openedAt,
    clockOwner: clocksOf(task, clocks)[0]?.owner ?? task.clockOwner,
    dueOn: earliest(clocksOf(task, clocks).flatMap(dueDates)),
    urgency: task.clockOwner === 'company' && status === 'open' ? 0 : 1,
    kind: profile.kind,
    variant: variant ?? null,
    caseNumber: profile.caseNumber,
    customerName: profile.customerName,
    flags: task.urgedTimes > 0 ? flags : flags.filter((flag) => flag !== 'urged'),
    state: status === 'open' ? 'open' : 'waiting',
  }
}

/** Warnings and escalations of a running clock: one timer for each rule set and due date, so that each fires once. */
function timersOf(caseId: string, clock: ClockReading, calendar: WorkingCalendar, warnDays: number): TimerRow[] {
  return clock.limits.flatMap((limit) => {
    if (limit.dueOn === undefined) return []
    const about = { clock: clock.clock, ruleSet: limit.ruleSet, limitDays: limit.limitDays, dueOn: limit.dueOn }
    const id = (kind: string) => `${caseId}:${clock.clock}:${limit.ruleSet}:${kind}:${limit.dueOn}`
    if (limit.dueOn === 'undetermined') {
      return [timer(id('undetermined'), clock.startedAt, 'limit-undetermined', about)]
    }
    const warnOn = workingDaysBefore(limit.dueOn, warnDays, calendar, dateInShanghai(new Date(clock.startedAt)))
    return [
      timer(id('warn'), `${warnOn}T00:30:00.000Z`, 'limit-warning', about),
      timer(id('breach'), `${limit.dueOn}T16:00:00.000Z`, 'limit-breach', about),
    ]
  })
}

function timer(timerId: string, dueAt: string, kind: string, about: Record<string, string | number>): TimerRow {
  return { timerId, dueAt, kind, body: canonicalJson(about) }
}

/** The day that lies `count` working days before `date`, not before `notBefore`. */
function workingDaysBefore(date: PlainDate, count: number, calendar: WorkingCalendar, notBefore: PlainDate): PlainDate {
  let day = date
  let left = count
  while (left > 0 && day > notBefore) {
    day = previousDay(day)
    if (calendar.isWorkingDay(day) === true) left -= 1
  }
  return day
}

function previousDay(date: PlainDate): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as PlainDate
}
