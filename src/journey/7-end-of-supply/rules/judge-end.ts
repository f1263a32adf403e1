import type { CaseFile, PublishedStandards } from '#casefile'
import { faultsOfLastDay } from '#journey/acceptance'
import { endsOn } from '#journey/aftercare'
import type { Fault, PlainDate } from '#kernel'
import type { EndTemporarySupply } from '../api.ts'
import { onSince } from './temporary-standing.ts'

/** Everything wrong with what is asked of a temporary supply. */
export function faultsOfEnding(
  file: CaseFile,
  form: EndTemporarySupply,
  takingOver: CaseFile | undefined,
  standards: PublishedStandards,
  today: PlainDate,
): Fault[] {
  if (form.decision === 'extend') return faultsOfExtension(file, form, standards, today)
  if (form.decision === 'end') return []
  const path = 'lastingCaseNumber'
  if (!form.lastingCaseNumber) return [{ path, code: 'required' }]
  return mayTakeOver(takingOver, file)
    ? []
    : [{ path, code: 'no-such-lasting-case', data: { number: form.lastingCaseNumber } }]
}

/** A new supply of the same customer that was not given up. */
function mayTakeOver(lasting: CaseFile | undefined, file: CaseFile): boolean {
  if (!lasting) return false
  const { profile, status } = lasting.state
  const isSameCustomer = profile.customerKey === file.state.profile.customerKey
  return profile.kind === 'new' && isSameCustomer && ['open', 'suspended', 'closed'].includes(status)
}

/** An extension is asked for before the last day, moves it on, and stays within the months the rules allow. */
function faultsOfExtension(
  file: CaseFile,
  { until }: EndTemporarySupply,
  standards: PublishedStandards,
  today: PlainDate,
): Fault[] {
  const path = 'until'
  const ends = endsOn(file)
  const since = onSince(file)
  if (!until) return [{ path, code: 'required' }]
  if (ends !== undefined && today > ends) return [{ path, code: 'temporary-has-ended', data: { ends } }]
  if (ends !== undefined && until <= ends) return [{ path, code: 'not-an-extension', data: { ends } }]
  return faultsOfLastDay(path, until, since ?? today, standards, today)
}
