import type { World } from '#casefile'

/** The company's name as it stands in contracts. */
export async function findCompanyName(world: World, companyId: string): Promise<string> {
  const row = await world.read(companyId, (tx) =>
    tx.selectFrom('company').select('name').where('company_id', '=', companyId).executeTakeFirst(),
  )
  const name = (row as { name?: unknown } | undefined)?.name
  if (typeof name !== 'string') throw new Error(`no company ${companyId}`)
  return name
}
