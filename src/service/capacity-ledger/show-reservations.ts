import type { StaffActor } from '#casefile'
import { addDays, type PlainDate } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import { getParameter, type Parameter, type Reservation } from '#power'
import { listCasesById } from '../../casefile/views/case-list.ts'
import type { ReservationList } from './api.ts'
import { countReservations, findReservations, type ReservationFilter } from './list-store.ts'
import { type PlaceInQueue, positionsOf } from './place-in-queue.ts'
import { listWaiting } from './store.ts'

/** A reservation as the desk lists it. */
export interface ReservationRow extends Reservation {
  readonly caseId: string | null
  /** null where this person may not see the case. */
  readonly case: {
    readonly caseNumber: string
    readonly customerName: string
    readonly status: string
    readonly stage: string | null
  } | null
  /** Instant from which it stands as it does. */
  readonly since: string
  /** Where it waits, place by place. */
  readonly positions: readonly PlaceInQueue[]
  readonly isExpiring: boolean
}

export interface ReservationPage {
  readonly rows: readonly ReservationRow[]
  readonly counts: Readonly<Record<ReservationList, number | null>>
  /** From how many days before its end a reservation counts as running out soon. */
  readonly expiresSoonDays: number
  readonly next: ReservationFilter['after'] | null
}

export interface AskedReservations extends Pick<ReservationFilter, 'place' | 'caseIds' | 'after' | 'limit'> {
  readonly list: ReservationList
}

const statesOf: Readonly<Record<ReservationList, readonly Reservation['state'][] | undefined>> = {
  standing: ['waiting', 'offered', 'reserved', 'energised'],
  queue: ['waiting', 'offered'],
  reserved: ['reserved'],
  expiring: undefined,
  energised: ['energised'],
  absorbed: undefined,
  ended: ['ended'],
}

/** One page of the ledger with the customers this person may see, and how many stand in each list. */
export async function showReservations(
  tx: CompanyTransaction,
  actor: StaffActor,
  { list, ...asked }: AskedReservations,
  parameters: readonly Parameter[],
  today: PlainDate,
): Promise<ReservationPage> {
  const { companyId } = actor
  const expiresSoonDays = getParameter(parameters, 'ledger.expiresSoonDays')
  const soon = addDays(today, expiresSoonDays)
  const lines = await findReservations(tx, companyId, {
    ...asked,
    states: statesOf[list],
    ...(list === 'expiring' && { expiresBy: soon }),
    ...(list === 'absorbed' && { isAbsorbed: true }),
  })
  const waiting = lines.some(({ state }) => state === 'waiting') ? await listWaiting(tx, companyId) : []
  const caseIds = [...new Set(lines.flatMap(({ caseId }) => caseId ?? []))]
  const cases = new Map((await listCasesById(tx, actor, caseIds)).map((row) => [row.case_id, row]))
  const { byState, expiring } = await countReservations(tx, companyId, soon)
  const count = (...states: readonly Reservation['state'][]) =>
    states.reduce((sum, state) => sum + (byState[state] ?? 0), 0)
  const last = lines.length === asked.limit ? lines.at(-1) : undefined
  return {
    rows: lines.map((line) => {
      const found = cases.get(line.caseId ?? '')
      return {
        ...line,
        case: found
          ? {
              caseNumber: found.case_number,
              customerName: found.customer_name,
              status: found.status,
              stage: found.stage,
            }
          : null,
        positions: positionsOf(line, waiting),
        isExpiring: line.expiresOn !== undefined && line.expiresOn <= soon,
      }
    }),
    counts: {
      standing: count('waiting', 'offered', 'reserved', 'energised'),
      queue: count('waiting', 'offered'),
      reserved: count('reserved'),
      expiring,
      energised: count('energised'),
      absorbed: null,
      ended: count('ended'),
    },
    expiresSoonDays,
    next: last ? { appliedAt: last.appliedAt, reservation: last.id } : null,
  }
}
