import type { CaseFile, PublishedStandards } from '#casefile'
import { faultsOfLastDay } from '#journey/acceptance'
import { endsOn } from '#journey/aftercare'
import type { Fault, PlainDate } from '#kernel'
import type { EndTemporarySupply } from '../api.ts'
import { onSince } from './temporary-standing.ts'

/** The application that is to take over, as far as it must be known. */
export interface TakingOver {
  readonly caseId: string
  readonly kind: string
  readonly status: string
  readonly customerKey: string
}

/** Everything wrong with what is asked of a temporary supply. */
export function faultsOfEnding(
  file: CaseFile,
  form: EndTemporarySupply,
  takingOver: TakingOver | undefined,
  standards: PublishedStandards,
  today: PlainDate,
): Fault[] {
  if (form.decision === 'extend') return faultsOfExtension(file, form, standards, today)
  if (form.decision === 'end') return []
  const path = 'lastingCaseNumber'
  if (!form.lastingCaseNumber) return [{ path, code: 'required' }]
  const isFit =
    takingOver !== undefined &&
    takingOver.kind === 'new' &&
    takingOver.customerKey === file.state.profile.customerKey &&
    ['open', 'suspended', 'closed'].includes(takingOver.status)
  return isFit ? [] : [{ path, code: 'no-such-lasting-case', data: { number: form.lastingCaseNumber } }]
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
