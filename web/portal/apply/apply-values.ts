import type { CustomerActor } from '#casefile/actor'
import { type FormValues, valueAt, withValueAt } from '../../ui/form/form-values.ts'
import type { Need } from '../home/needs.ts'

/** What is known before the first question: the need itself, and whose phone signed in. */
export function startOfApplication(need: Need, customer: CustomerActor): FormValues {
  return {
    channel: 'portal',
    kind: need.kind,
    category: need.category,
    applicant: { phone: customer.phone },
    premise: {},
    load: {},
    documents: [],
    wantsShort: false,
    standardsConfirmed: false,
  }
}

const idKindOf: Readonly<Record<string, string>> = {
  enterprise: 'credit-code',
  'sole-trader': 'credit-code',
  'passport-holder': 'passport',
}

/** What follows from an answer is not asked again: the document that goes with who applies. */
export function withConsequences(values: FormValues, path: string): FormValues {
  if (path !== 'applicant.kind') return values
  const kind = String(valueAt(values, 'applicant.kind'))
  return withValueAt(values, 'applicant.idKind', idKindOf[kind] ?? 'id-card')
}

/** Whether a field is asked for, given what was answered. */
export function isAsked(path: string, values: FormValues): boolean {
  if (path === 'applicant.principalName') return valueAt(values, 'applicant.kind') === 'agent'
  if (path === 'applicant.idKind') return valueAt(values, 'applicant.kind') === 'agent'
  if (path === 'standardsConfirmed') return valueAt(values, 'wantsShort') === true
  return true
}
