import { implement } from '@orpc/server'
import type { CaseFile } from '#casefile'
import { dateInShanghai } from '#kernel'
import type { Database } from '#platform/database/index'
import { type RequestContext, readCursor, writeCursor } from '#platform/http/index'
import type { CapacityOfCase } from '../../casefile/views/customer-view.ts'
import type { CaseReader } from '../../casefile/write/index.ts'
import { staffOf } from '../staff-of.ts'
import type { StandardsShelf } from '../standards/index.ts'
import { capacityContract } from './api.ts'
import type { CapacityLedger } from './book-case.ts'
import { positionsOf } from './place-in-queue.ts'
import { showReservations } from './show-reservations.ts'
import { listEntries } from './store.ts'

export interface CapacityPorts {
  readonly database: Database
  readonly reader: Pick<CaseReader, 'searchCases'>
  readonly shelf: StandardsShelf
}

/** A search by customer looks at this many cases at most; it is told where there are more. */
const mostFound = 200

/** The routes of the ledger: parse, read, map. */
export function capacityRoutes({ database, reader, shelf }: CapacityPorts) {
  const os = implement(capacityContract).$context<RequestContext>()
  return os.router({
    list: os.list.handler(async ({ input: { search, caseId, after, ...asked }, context }) => {
      const actor = staffOf(context)
      const { companyId } = actor
      const today = dateInShanghai(context.now())
      const { parameters } = (await shelf.get(companyId)).powerOn(today)
      const found = search ? await reader.searchCases(companyId, search, mostFound) : undefined
      const caseIds = found?.map((row) => row.caseId) ?? (caseId ? [caseId] : undefined)
      const key = after ? readCursor(after, ['appliedAt', 'reservation']) : undefined
      const page = await database.withCompany(companyId, (tx) =>
        showReservations(tx, actor, { ...asked, caseIds, after: key }, parameters, today),
      )
      return { ...page, next: page.next ? writeCursor({ ...page.next }) : null }
    }),
    history: os.history.handler(async ({ input, context }) => {
      const { companyId } = staffOf(context)
      const entries = await database.withCompany(companyId, (tx) => listEntries(tx, companyId, input.reservation))
      return { entries: entries.map((entry) => ({ ...entry })) }
    }),
  })
}

/** What a customer is told of his capacity: how many wait before him where it matters most, or until when it is kept. */
export async function showCapacityOf(
  ledger: CapacityLedger,
  { companyId, caseId, facts }: CaseFile,
): Promise<CapacityOfCase | null> {
  const hasAny = facts.some(({ type }) => type === 'capacity-waited-for' || type === 'supply-plan-replied')
  const standing = hasAny ? await ledger.standingOf(companyId, caseId) : undefined
  if (!standing) return null
  const { reservation, waiting } = standing
  const positions = positionsOf(reservation, waiting).map(({ position }) => position)
  return {
    state: reservation.state,
    expiresOn: reservation.expiresOn ?? null,
    position: positions.length > 0 ? Math.max(...positions) : null,
  }
}
