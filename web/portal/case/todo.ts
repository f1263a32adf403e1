import type { CustomerCaseView } from '#casefile/views/customer-view'
import type { tasksZh } from '../texts/tasks.ts'

/** Steps with words of their own; any other is said in general words. */
const spoken = [
  'answer-supply-plan',
  'sign-contract',
  'complete-application',
  'submit-design-files',
  'report-concealed-works',
  'rectify-defects',
  'report-completion',
  'sign-energising-form',
  'end-temporary-supply',
] as const

export interface Todo {
  /** Key under `tasks` in the texts. */
  readonly words: (typeof spoken)[number] | 'settle-fees' | 'rate-service' | ('other' & keyof typeof tasksZh)
  readonly href: string
}

/** Everything the customer has to do now, most pressing first: open steps, charges to pay, a rating once the supply is on. */
export function todosOf(view: CustomerCaseView): readonly Todo[] {
  const base = `/cases/${view.caseId}`
  const steps = view.todo.map(({ taskId, useCase }): Todo => {
    const words = spoken.find((name) => name === useCase) ?? 'other'
    return { words, href: `${base}/do/${encodeURIComponent(taskId)}` }
  })
  const pays = view.waitingFor.some((task) => task.useCase === 'settle-fees') && dueFenOf(view) > 0
  const isOn = view.facts.some((fact) => fact.type === 'supply-switched-on')
  const isRated = view.facts.some((fact) => fact.type === 'service-rated')
  return [
    ...steps,
    ...(pays ? [{ words: 'settle-fees', href: `${base}/fees` } as const] : []),
    ...(isOn && !isRated && steps.length === 0 ? [{ words: 'rate-service', href: `${base}/rate` } as const] : []),
  ]
}

export const firstTodo = (view: CustomerCaseView): Todo | undefined => todosOf(view)[0]

/** Business fees of the case in fen; 0 where none were found due. */
export function dueFenOf(view: CustomerCaseView): number {
  const body = view.facts.findLast((fact) => fact.type === 'fees-determined')?.body
  return typeof body?.dueFen === 'number' ? body.dueFen : 0
}
