import type { PlainDate, WorkingCalendar } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { CaseTask } from './case-state.ts'
import { type ClockDues, readDues } from './clock-dues.ts'
import { findNextRound, type LimitRound, type LimitWatch, listSayings, roundsOfLimit, timerOf } from './limit-timers.ts'
import { timersOfWatchedDate } from './watched-date.ts'
import { type CaseRow, canonicalJson, type TaskRow, type TimerRow } from './write/index.ts'

/** What the lists need to know to project a case. The same object as long as standards and day are the same. */
export interface Projecting {
  readonly calendar: WorkingCalendar
  readonly watch: LimitWatch
}

/** The rows that lists and the portal read; everything in them can be made again from the facts. */
export interface Projection {
  readonly row: CaseRow
  readonly tasks: readonly TaskRow[]
  /** The next thing a limit says, if one runs; then what a watched date says. */
  readonly timers: readonly TimerRow[]
  readonly nextRound: LimitRound | undefined
  /** When its limits speak up, by clock, rule set and due date: what the next projection need not make anew. */
  readonly rounds: ReadonlyMap<string, readonly LimitRound[]>
  readonly projecting: Projecting
}

/** `before`: the case's last projection, if it is at hand. Most commands move no due date. */
export function projectCase(file: CaseFile, projecting: Projecting, before?: Projection): Projection {
  const { state } = file
  const clocks = state.clocks
    .filter((clock) => clock.endedAt === undefined)
    .map((clock) => readDues(clock, projecting.calendar))
  const rounds = roundsByLimit(clocks, projecting, before)
  const nextRound = findNextRound(rounds.values(), listSayings(file.facts))
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
    timers: timersOf(file, nextRound, before),
    rounds,
    nextRound,
    projecting,
  }
}

/** The list of before where nothing in it changed, so that it is not compared row by row. */
function timersOf(
  file: CaseFile,
  nextRound: LimitRound | undefined,
  before: Projection | undefined,
): readonly TimerRow[] {
  const dates = timersOfWatchedDate(file)
  const isSame = nextRound === before?.nextRound && dates.length === 0 && before?.timers.length === (nextRound ? 1 : 0)
  if (isSame) return before.timers
  return [...(nextRound ? [timerOf(file.caseId, nextRound)] : []), ...dates]
}

function roundsByLimit(
  clocks: readonly ClockDues[],
  projecting: Projecting,
  before: Projection | undefined,
): ReadonlyMap<string, readonly LimitRound[]> {
  const known = before?.projecting === projecting ? before.rounds : undefined
  const rounds = new Map<string, readonly LimitRound[]>()
  for (const clock of clocks) {
    for (const limit of clock.limits) {
      const key = `${clock.clock} ${limit.ruleSet} ${limit.dueOn}`
      rounds.set(key, known?.get(key) ?? roundsOfLimit(clock, limit, projecting.calendar, projecting.watch))
    }
  }
  return rounds
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

function dueDates(clock: ClockDues): PlainDate[] {
  return clock.limits.flatMap((limit) => (limit.dueOn && limit.dueOn !== 'undetermined' ? [limit.dueOn] : []))
}

function earliest(dates: readonly PlainDate[]): PlainDate | null {
  return [...dates].sort()[0] ?? null
}

/** The clocks that press on a task: its node's and the whole process. */
function clocksOf(task: CaseTask, clocks: readonly ClockDues[]): ClockDues[] {
  return clocks.filter(
    (clock) =>
      clock.node === task.node || (clock.node === 'whole' && task.clockOwner === 'company' && task.node !== undefined),
  )
}

/** The limit a list shows of a task: the one that falls due first; of a clock that stands still, the tightest with what is used. */
function pressingLimit(
  task: CaseTask,
  own: readonly ClockDues[],
  clocks: readonly ClockDues[],
): Pick<TaskRow, 'dueOn' | 'limitDays' | 'usedDays'> {
  const dueOn = earliest(own.flatMap(dueDates))
  const first = own.flatMap((clock) => clock.limits).find((limit) => limit.dueOn === dueOn)
  if (dueOn !== null && first) return { dueOn, limitDays: first.limitDays, usedDays: null }
  const still = own.find((clock) => clock.node === task.node) ?? clocks.find((clock) => clock.node === 'whole')
  if (!still || typeof still.usedDays !== 'number' || still.limits.length === 0)
    return { dueOn, limitDays: null, usedDays: null }
  return { dueOn, limitDays: Math.min(...still.limits.map((limit) => limit.limitDays)), usedDays: still.usedDays }
}

function taskRow(file: CaseFile, task: CaseTask, clocks: readonly ClockDues[], flags: readonly string[]): TaskRow {
  const { profile, variant, status } = file.state
  const own = clocksOf(task, clocks)
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
    clockOwner: own[0]?.owner ?? task.clockOwner,
    urgency: task.clockOwner === 'company' && status === 'open' ? 0 : 1,
    kind: profile.kind,
    variant: variant ?? null,
    caseNumber: profile.caseNumber,
    customerName: profile.customerName,
    flags: task.urgedTimes > 0 ? flags : flags.filter((flag) => flag !== 'urged'),
    state: status === 'open' ? 'open' : 'waiting',
    ...pressingLimit(task, own, clocks),
  }
}
