import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'

type Clock = StaffCaseView['clocks'][number]
export type Limit = Clock['limits'][number]

/** What one rule set says of the case: of the present step and of the whole. */
export interface ClockColumn {
  readonly ruleSet: string
  readonly node: Limit | undefined
  readonly whole: Limit | undefined
}

/** The clock that runs for a step: its node's latest round. */
export function nodeClock(view: StaffCaseView, task: TaskView | undefined): Clock | undefined {
  const running = view.clocks.filter((clock) => clock.node !== 'whole' && clock.endedAt === undefined)
  return running.findLast((clock) => clock.node === task?.node) ?? running.at(-1)
}

/** Rule sets beside each other, law before regulator before promise; each with the limit of the step and of the whole. */
export function clockColumns(view: StaffCaseView, task: TaskView | undefined): readonly ClockColumn[] {
  const node = nodeClock(view, task)
  const whole = view.clocks.findLast((clock) => clock.node === 'whole')
  const ruleSets = new Set([...(node?.limits ?? []), ...(whole?.limits ?? [])].map((limit) => limit.ruleSet))
  const order = ['law', 'regulator', 'promise']
  return [...ruleSets]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((ruleSet) => ({
      ruleSet,
      node: node?.limits.find((limit) => limit.ruleSet === ruleSet),
      whole: whole?.limits.find((limit) => limit.ruleSet === ruleSet),
    }))
}

/** The tightest limit that runs: it drives the warning. */
export function tightest(columns: readonly ClockColumn[]): Limit | undefined {
  const limits = columns.flatMap((column) => [column.node, column.whole]).filter((limit) => limit !== undefined)
  const dated = limits.filter((limit) => limit.dueOn !== undefined && limit.dueOn !== 'undetermined')
  return dated.sort((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))[0] ?? limits[0]
}
