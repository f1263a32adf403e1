import type { World } from '#casefile'

export interface OtherCase {
  readonly caseId: string
  readonly kind: string
  readonly status: string
  readonly customerKey: string
  readonly supplyIsOn: boolean
}

/** Another case of the company by its number, and whether its supply is on; undefined: there is none of that number. */
export async function findCaseByNumber(
  world: World,
  companyId: string,
  caseNumber: string,
): Promise<OtherCase | undefined> {
  return await world.read(companyId, async (tx) => {
    const row = await tx
      .selectFrom('case_file')
      .select(['case_id', 'kind', 'status', 'customer_key'])
      .where('company_id', '=', companyId)
      .where('case_number', '=', caseNumber)
      .executeTakeFirst()
    if (!row) return undefined
    const on = await tx
      .selectFrom('fact')
      .select('seq')
      .where('company_id', '=', companyId)
      .where('case_id', '=', row.case_id)
      .where('type', '=', 'supply-switched-on')
      .executeTakeFirst()
    const { case_id: caseId, kind, status, customer_key: customerKey } = row
    return { caseId, kind, status, customerKey, supplyIsOn: on !== undefined }
  })
}
