import { getAccepted, newId } from '#kernel'
import type { Accounts, DemonstrationAccount } from '#platform/accounts/index'
import type { Database } from '#platform/database/index'
import { readUploadLimits } from '#platform/files/index'
import { insertStaff, insertUnit } from '#workforce/people/index'
import { NetworkRoom } from '../service/network/index.ts'
import { publishShipped, StandardsShelf, type StandardText } from '../service/standards/index.ts'
import { demonstrationCompany, demonstrationPeople, demonstrationUnits } from '../stories/demonstration-company.ts'

export interface Founding {
  readonly database: Database
  readonly accounts: Accounts
  readonly standards: readonly StandardText[]
  /** Network and ground of the demonstration company. */
  readonly town: { readonly network: string; readonly ground: Uint8Array }
}

async function insertCompany(database: Database, name: string, code: string, province: string): Promise<string> {
  const companyId = newId(Date.now())
  await database.withCompany(companyId, (tx) =>
    tx.insertInto('company').values({ company_id: companyId, name, code, province }).execute(),
  )
  return companyId
}

/** A company with nothing but its published standards and one administrator, who gets a token to set a password with. */
export async function foundEmptyCompany(
  { database, accounts, standards }: Omit<Founding, 'town'>,
  name = '新供电公司',
): Promise<{ companyId: string; setupToken: string }> {
  const companyId = await insertCompany(database, name, 'company', '33')
  await publishShipped(database, companyId, standards, database.clock.now())
  await database.withCompany(companyId, async (tx) => {
    await insertUnit(tx, companyId, { unitId: 'head-office', name: '本部', parentId: null, kind: 'department' })
    await insertStaff(tx, companyId, {
      staffId: 'administrator',
      name: '管理员',
      unitId: 'head-office',
      phone: '',
      grants: [{ role: 'administrator', unitId: null, voltageClasses: ['lv', 'hv'] }],
    })
  })
  const invited = await accounts.inviteStaff({ companyId, staffId: 'administrator', login: 'administrator' })
  if (!invited.ok) throw new Error(`the first administrator cannot be invited: ${invited.refusal.code}`)
  return { companyId, setupToken: invited.value.setupToken }
}

/** One password for the whole demonstration, told openly in accounts.json; never used for a real company. */
const demonstrationPassword = 'Tongdian-demo-2026'

/** The demonstration company: units, people of every role, published standards. Its cases come from the stories. */
export async function foundDemonstration(
  founding: Founding,
): Promise<{ companyId: string; accounts: readonly DemonstrationAccount[] }> {
  const { database, accounts, standards } = founding
  const { name, code, province } = demonstrationCompany
  const companyId = await insertCompany(database, name, code, province)
  await publishShipped(database, companyId, standards, database.clock.now())
  await database.withCompany(companyId, async (tx) => {
    for (const unit of demonstrationUnits) await insertUnit(tx, companyId, { ...unit, parentId: null })
    for (const person of demonstrationPeople) await insertStaff(tx, companyId, person)
  })
  await importTown(founding, companyId)
  const list: DemonstrationAccount[] = []
  for (const person of demonstrationPeople) {
    const { staffId } = person
    const created = await accounts.createStaffAccount({
      companyId,
      staffId,
      login: staffId,
      password: demonstrationPassword,
    })
    if (!created.ok) throw new Error(`no account for ${staffId}: ${created.refusal.code}`)
    const roles = [...new Set(person.grants.map((grant) => grant.role))]
    list.push({
      login: staffId,
      name: person.name,
      roles,
      role: roles.join(', '),
      unit: person.unitId,
      password: demonstrationPassword,
      totpSecret: created.value.totpSecret,
    })
  }
  return { companyId, accounts: list }
}

/** The invented town, imported as an administrator would: its network, and the ground around it. */
async function importTown({ database, town }: Founding, companyId: string): Promise<void> {
  const shelf = new StandardsShelf(database)
  const room = new NetworkRoom({
    database,
    standards: (id) => shelf.get(id),
    importLimit: readUploadLimits().networkImport,
    listPromised: async () => new Map(),
    settlePromised: async () => [],
  })
  const actor = { kind: 'system', companyId, name: 'founding' } as const
  const now = database.clock.now()
  const bytes = new TextEncoder().encode(town.network)
  const network = { file: 'network.csv', bytes, effectiveFrom: '2025-01-01' }
  getAccepted(await room.import(actor, network, now))
  getAccepted(await room.importGround(actor, { file: 'ground.geojson', bytes: town.ground }, now))
}
