import { canonicalJson, uuidOf } from '#casefile/write/index'
import type { CompanyTransaction } from '#platform/database/index'
import type { LedgerFact } from '#power'
import { casesOf } from './store.ts'

/** What a case is told of its capacity that it did not ask for itself. */
export interface CapacityNews {
  readonly reservation: string
  readonly what: 'offered' | 'expired'
  /** Last day of an offer. */
  readonly expiresOn: string | null
}

export const newsKind = 'capacity-news'

/** Puts the news into the outbox, in the transaction that decided it: delivered at least once, under a stable id. */
export async function orderNews(
  tx: CompanyTransaction,
  { companyId, commandId, now }: { readonly companyId: string; readonly commandId: string; readonly now: Date },
  facts: readonly LedgerFact[],
): Promise<void> {
  const told = facts.flatMap((fact): CapacityNews[] =>
    fact.type === 'offered' || fact.type === 'expired'
      ? [
          {
            reservation: fact.reservation,
            what: fact.type,
            expiresOn: fact.type === 'offered' ? fact.expiresOn : null,
          },
        ]
      : [],
  )
  if (told.length === 0) return
  const caseOf = await casesOf(
    tx,
    companyId,
    told.map(({ reservation }) => reservation),
  )
  const rows = told.flatMap((news) => {
    const caseId = caseOf.get(news.reservation)
    if (caseId === undefined) return []
    return [
      {
        company_id: companyId,
        outbox_id: uuidOf(`${companyId}/${commandId}/${newsKind}/${news.reservation}/${news.what}`),
        case_id: caseId,
        kind: newsKind,
        body: canonicalJson({ ...news }),
        recorded_at: now.toISOString(),
      },
    ]
  })
  if (rows.length > 0) await tx.insertInto('outbox').values(rows).execute()
}
