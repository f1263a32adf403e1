import type { CustomerCaseView } from '#casefile/views/customer-view'
import type { OpenTask } from './use-task.ts'

/** What every page of a step is given. */
export interface TaskPageProps {
  readonly view: CustomerCaseView
  readonly task: OpenTask
  readonly back: { readonly href: string; readonly label: string }
}
