import type { Fault } from '#kernel'
import type { TaskClockOwner, UserTask } from '../process-graph.ts'
import { type SourceElement, sourceFault } from '../source-file.ts'

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const CLOCK_OWNERS: readonly string[] = ['company', 'customer', 'government'] satisfies TaskClockOwner[]

/** What each attribute of a user task must look like; `required` ones must be there. */
const attributes: Readonly<Record<string, { readonly required?: true; readonly fits: (value: string) => boolean }>> = {
  useCase: { required: true, fits: (value) => KEY.test(value) },
  role: { required: true, fits: (value) => KEY.test(value) },
  stage: { required: true, fits: (value) => KEY.test(value) },
  limitRow: { fits: (value) => KEY.test(value) },
  clockOwner: { fits: (value) => CLOCK_OWNERS.includes(value) },
  customerVisible: { fits: (value) => value === 'true' || value === 'false' },
  unit: { fits: (value) => KEY.test(value) },
}

/** Every missing, unknown or ill-formed `tongdian:` attribute of a user task. */
export function checkTask(task: SourceElement): Fault[] {
  const missing = Object.entries(attributes)
    .filter(([name, { required }]) => required && task.work[name] === undefined)
    .map(([attribute]) => sourceFault(task, 'missing-attribute', { attribute }))
  const wrong = Object.entries(task.work).flatMap(([attribute, value]) => {
    const rule = attributes[attribute]
    if (!rule) return [sourceFault(task, 'unknown-attribute', { attribute, value })]
    return rule.fits(value) ? [] : [sourceFault(task, 'bad-attribute', { attribute, value })]
  })
  return [...missing, ...wrong]
}

/** The user task of an element that `checkTask` found faultless. Clock owner: company; not customer-visible, unless said. */
export function readTask({ id, attributes: { name }, work }: SourceElement): UserTask {
  return {
    id,
    name: name ?? id,
    useCase: work.useCase ?? '',
    role: work.role ?? '',
    stage: work.stage ?? '',
    ...(work.limitRow === undefined ? {} : { limitRow: work.limitRow }),
    clockOwner: (work.clockOwner ?? 'company') as TaskClockOwner,
    customerVisible: work.customerVisible === 'true',
    ...(work.unit === undefined ? {} : { unit: work.unit }),
  }
}
