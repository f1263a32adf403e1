import { sql } from 'kysely'
import type { PlainDate } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import type { Reservation } from '#power'
import { reservationOf, reservationsIn, tablesOf } from './store.ts'

export interface ReservationFilter {
  readonly states?: readonly Reservation['state'][] | undefined
  /** Words of the place's name. */
  readonly place?: string | undefined
  readonly caseIds?: readonly string[] | undefined
  /** Offers and reservations whose last day is this one or earlier. */
  readonly expiresBy?: PlainDate | undefined
  /** Those that the network's figures hold, wholly or in part. */
  readonly isAbsorbed?: boolean | undefined
  /** The last row of the page before. */
  readonly after?: { readonly appliedAt: string; readonly reservation: string } | undefined
  readonly limit: number
}

/** A reservation as it is listed. */
export interface ReservationLine extends Reservation {
  readonly caseId: string | null
  /** Instant from which it stands as it does. */
  readonly since: string
}

/** One page of reservations, earliest applicant first. */
export async function findReservations(
  tx: CompanyTransaction,
  companyId: string,
  filter: ReservationFilter,
): Promise<readonly ReservationLine[]> {
  const { states, place, caseIds, expiresBy, isAbsorbed, after, limit } = filter
  let query = reservationsIn(tx, companyId)
  if (states) query = query.where('state', 'in', states)
  if (caseIds) query = query.where('case_id', 'in', caseIds.length > 0 ? caseIds : [''])
  if (expiresBy) query = query.where('state', 'in', ['offered', 'reserved']).where('expires_on', '<=', expiresBy)
  if (place)
    query = query.where(sql<boolean>`exists (select from jsonb_array_elements(amounts) as taken
      where strpos(lower(taken ->> 'place'), ${place.toLowerCase()}) > 0)`)
  if (isAbsorbed)
    query = query.where(sql<boolean>`exists (select from capacity_fact as told where told.company_id = ${companyId}
      and told.reservation = capacity_reservation.reservation and told.fact ->> 'type' = 'absorbed')`)
  if (after)
    query = query.where(
      sql<boolean>`(applied_at, reservation) > (${after.appliedAt}::timestamptz, ${after.reservation})`,
    )
  const rows = await query.limit(limit).execute()
  return rows.map((row) => ({
    ...reservationOf(row),
    caseId: row.case_id,
    since: new Date(row.since).toISOString(),
  }))
}

/** How many stand in each state, and how many run out by a day. */
export async function countReservations(tx: CompanyTransaction, companyId: string, expiresBy: PlainDate) {
  const rows = await tablesOf(tx)
    .selectFrom('capacity_reservation')
    .select([
      'state',
      sql<string>`count(*)`.as('all'),
      sql<string>`count(*) filter (where state in ('offered', 'reserved') and expires_on <= ${expiresBy})`.as('soon'),
    ])
    .where('company_id', '=', companyId)
    .groupBy('state')
    .execute()
  const byState = Object.fromEntries(rows.map(({ state, all }) => [state, Number(all)]))
  return { byState, expiring: rows.reduce((sum, { soon }) => sum + Number(soon), 0) }
}
