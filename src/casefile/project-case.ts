import type { PlainDate, WorkingCalendar } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { CaseTask } from './case-state.ts'
import { type LimitWatch, timersOf } from './limit-timers.ts'
import { type ClockReading, readClock } from './read-clock.ts'
import { type CaseRow, canonicalJson, type TaskRow, type TimerRow } from './write/index.ts'

/** What the lists need to know to project a case. */
export interface Projecting {
  readonly calendar: WorkingCalendar
  readonly now: Date
  readonly watch: LimitWatch
}

/** The rows that lists and the portal read; everything in them can be made again from the facts. */
export interface Projection {
  readonly row: CaseRow
  readonly tasks: readonly TaskRow[]
  readonly timers: readonly TimerRow[]
}

export function projectCase(file: CaseFile, { calendar, now, watch }: Projecting): Projection {
  const { state } = file
  const clocks = state.clocks
    .filter((clock) => clock.endedAt === undefined)
    .map((clock) => readClock(clock, calendar, now, watch.warnDays[0] ?? 0))
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
    timers: clocks.flatMap((clock) => timersOf(file.caseId, clock, calendar, watch)),
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
    candidates: [
      ...task.signers.filter((signer) => !signer.signed).map((signer) => signer.staffId),
      // Who delegated keeps the task in sight.
      ...(task.assignee?.onBehalfOf ? [`delegated-by:${task.assignee.onBehalfOf}`] : []),
    ],
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
