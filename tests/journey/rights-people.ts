import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RoleGrant, type StaffRole, staffRoles } from '../../src/casefile/actor.ts'
import { startTongdian } from '../../src/main.ts'
import { createAccounts } from '../../src/platform/accounts/index.ts'
import { signInStaff } from '../../src/platform/accounts/sign-in-client.ts'
import { createCatalogue, refusalMessages } from '../../src/platform/i18n/index.ts'
import { publishShipped, readShippedStandards } from '../../src/service/standards/index.ts'
import { Player, type StaffAccount } from '../../src/stories/player.ts'
import { insertStaff, insertUnit } from '../../src/workforce/people/index.ts'
import type { Journey } from './open-journey.ts'

/**
 * Who tries everything. For each role somebody of the case's unit (`own`), of another unit (`away`), of its unit for low voltage only
 * (`low`), and an auditor of its unit who holds the role elsewhere (`mixed`).
 */
export interface Trier {
  readonly name: string
  readonly kind: 'staff' | 'customer' | 'nobody'
  readonly staffId?: string
  readonly company: 'ours' | 'theirs'
  readonly grants: readonly RoleGrant[]
  readonly cookie: string | undefined
}

const both = ['lv', 'hv'] as const
const auditor: RoleGrant = { role: 'auditor', unitId: 'chengguan', voltageClasses: both }

const places: Readonly<Record<string, (role: StaffRole) => readonly RoleGrant[]>> = {
  own: (role) => [{ role, unitId: 'chengguan', voltageClasses: both }],
  away: (role) => [{ role, unitId: 'shiqiao', voltageClasses: both }],
  low: (role) => [{ role, unitId: 'chengguan', voltageClasses: ['lv'] }],
  mixed: (role) => [auditor, { role, unitId: 'shiqiao', voltageClasses: both }],
}

const password = 'Tongdian-rights-2026'

export interface RightsPeople {
  readonly triers: readonly Trier[]
  /** Every role everywhere, in our company: for separated duties. */
  readonly solo: StaffAccount
  /** Every role everywhere, in the other company. */
  readonly stranger: StaffAccount
  /** Accounts of everybody of our company who was added. */
  readonly accounts: readonly StaffAccount[]
}

/** Makes the people, a second company and everybody's sessions. */
export async function gatherPeople(journey: Journey, customerPhone: string): Promise<RightsPeople> {
  const { database, companyId, server } = journey
  const otherCompanyId = await database.addCompany('邻县供电公司')
  await publishShipped(database, otherCompanyId, readShippedStandards('standards'), database.clock.now())
  await database.withCompany(otherCompanyId, (tx) =>
    insertUnit(tx, otherCompanyId, { unitId: 'chengguan', name: '邻县城关所', parentId: null, kind: 'station' }),
  )
  const everything = staffRoles.map((role): RoleGrant => ({ role, unitId: null, voltageClasses: both }))
  const accounts = openAccounts(journey, companyId)
  const add = async (company: string, staffId: string, grants: readonly RoleGrant[]): Promise<StaffAccount> => {
    const person = { staffId, name: `姓名 ${staffId}`, unitId: 'chengguan', phone: '', grants }
    await database.withCompany(company, (tx) => insertStaff(tx, company, person))
    const login = company === companyId ? staffId : `their-${staffId}`
    const created = await accounts.createStaffAccount({ companyId: company, staffId, login, password })
    if (!created.ok) throw new Error(`${login}: ${created.refusal.code}`)
    return { login, password, totpSecret: created.value.totpSecret }
  }
  const triers: Trier[] = [
    { name: 'nobody', kind: 'nobody', company: 'ours', grants: [], cookie: undefined },
    {
      name: 'own customer',
      kind: 'customer',
      company: 'ours',
      grants: [],
      cookie: await journey.newPlayer().cookieOf(customerPhone),
    },
    {
      name: 'other customer',
      kind: 'customer',
      company: 'ours',
      grants: [],
      cookie: await journey.newPlayer().cookieOf('13700009999'),
    },
  ]
  const wanted = Object.entries(places).flatMap(([place, grantsOf]) =>
    staffRoles.map((role) => ({ name: `${place} ${role}`, staffId: `${place}-${role}`, grants: grantsOf(role) })),
  )
  const added: StaffAccount[] = []
  for (const { name, staffId, grants } of wanted) {
    const account = await add(companyId, staffId, grants)
    added.push(account)
    const cookie = await signInStaff(server.url, account)
    triers.push({ name, kind: 'staff', staffId, company: 'ours', grants, cookie })
  }
  const solo = await add(companyId, 'solo', everything)
  const stranger = await add(otherCompanyId, 'stranger', everything)
  triers.push({
    name: 'stranger',
    kind: 'staff',
    company: 'theirs',
    grants: everything,
    cookie: await signInStaff(server.url, stranger),
  })
  triers.push({
    name: 'their customer',
    kind: 'customer',
    company: 'theirs',
    grants: [],
    cookie: await customerOfOther(journey, otherCompanyId),
  })
  await accounts.close()
  return { triers, solo, stranger, accounts: [...added, solo] }
}

function openAccounts({ database }: Journey, companyId: string) {
  return createAccounts({
    database,
    secret: readFileSync(join(database.dataFolder, 'secret'), 'utf8').trim(),
    codeSender: { send: async () => undefined },
    catalogue: createCatalogue([refusalMessages]),
    log: () => undefined,
    companyId,
  })
}

/** The other company's own server, on the same database: its customers sign in there. */
async function customerOfOther(journey: Journey, companyId: string): Promise<string> {
  const { database } = journey
  const server = await startTongdian({
    database,
    dataFolder: database.dataFolder,
    companyId,
    port: 0,
    clock: 'test',
    seed: 'people',
    log: () => undefined,
  })
  const player = new Player({ baseUrl: server.url, accounts: [], dataFolder: database.dataFolder })
  return await player.cookieOf('13700008888').finally(() => server.stop())
}
