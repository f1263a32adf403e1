import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseWrite } from '#casefile/write/index'
import { addDays, getAccepted, plainDate } from '#kernel'
import {
  applyLedgerFact,
  decideLedger,
  emptyLedger,
  foldLedger,
  type LedgerCommand,
  type LedgerFact,
  listOpenCapacity,
  prepareNetwork,
  readNetworkText,
} from '#power'
import { randomFrom } from '../../../tests/random-from.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { CapacityLedger, doLedgerCommand, type LedgerGround, type NetworkGround } from './index.ts'

const commandCount = 10_000
const clientCount = 8
const start = plainDate('2026-11-23')
const open = new Map([
  ['feeder:A', 4000],
  ['feeder:B', 2500],
  ['transformer:T1', 5000],
  ['bay:R1', 6],
])

let database: TestDatabase
let parameters: LedgerGround['parameters']

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 10 })
  // A month of maxima instead of the policy's year: most customers of the random run are released before a year is over.
  parameters = (await shippedStandards())
    .powerOn(start)
    .parameters.map((parameter) =>
      parameter.name === 'ledger.absorbAfterMonths' ? { ...parameter, value: 1 } : parameter,
    )
})
afterAll(async () => await database?.close())

const newLedger = (): CapacityLedger => new CapacityLedger({ database, findNetwork: async () => undefined })

/** Days pass as commands come in: about three years over the whole run, so that reservations run out. */
const todayAt = (at: number) => addDays(start, Math.floor((at * 1000) / commandCount))

/** A network brought anew every day: its maxima reach to the day before, its bays were counted two months ago. */
const groundAt = (at: number): LedgerGround => ({
  open,
  measured: {
    maximaFrom: '2026-01-01',
    maximaUntil: addDays(todayAt(at), -1),
    baysCountedOn: addDays(todayAt(at), -60),
  },
  parameters,
})

async function send(companyId: string, at: number, command: LedgerCommand, commandId = `c${at}`) {
  const now = new Date(`${todayAt(at)}T09:00:00+08:00`)
  const order = { companyId, commandId, caseId: null, actor: 'system:test', now, command }
  return await database.withCompany(companyId, (tx) => doLedgerCommand(tx, order, groundAt(at)))
}

function anyCommand(random: () => number, at: number): LedgerCommand {
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)] as Thing
  const reservation = `r${Math.floor((random() * 0.9 + at / commandCount) * 400)}`
  const appliedAt = new Date(Date.UTC(2026, 9, 1 + Math.floor(random() * 50))).toISOString()
  const kva = 50 * (1 + Math.floor(random() * 12))
  const amounts = [
    { place: pick(['feeder:A', 'feeder:B']), amount: kva },
    { place: 'transformer:T1', amount: kva },
    ...(random() < 0.3 ? [{ place: 'bay:R1', amount: 1 }] : []),
  ]
  const kind = random()
  const expiresOn = addDays(todayAt(at), random() < 0.6 ? 365 : 90)
  if (kind < 0.4) return { type: 'reserve', reservation, appliedAt, amounts, expiresOn }
  if (kind < 0.6) return { type: 'queue', reservation, appliedAt, amounts }
  if (kind < 0.68) return { type: 'extend', reservation, expiresOn: addDays(todayAt(at), 500) }
  if (kind < 0.86) return { type: 'release', reservation, reason: 'withdrawn' }
  if (kind < 0.95) return { type: 'energise', reservation }
  return { type: 'settle' }
}

const inOrder = (facts: readonly LedgerFact[]) => facts.toSorted((a, b) => a.reservation.localeCompare(b.reservation))

describe('the ledger under eight clients', () => {
  it(`never overbooks and never loses: ${commandCount} random commands, told apart by the pure ledger`, async () => {
    const companyId = await database.addCompany('并发')
    const random = randomFrom(20_261_123)
    const commands = Array.from({ length: commandCount }, (_, at) => anyCommand(random, at))
    const accepted = new Map<string, number>()
    let next = 0
    const client = async () => {
      for (let at = next++; at < commandCount; at = next++) {
        const done = await send(companyId, at, commands[at] as LedgerCommand)
        const isWritten = done.ok && done.value.length > 0
        if (isWritten) accepted.set(`c${at}`, done.value.length)
        // Every seventh is sent again, as a client that got no answer would; what was written is told the same way again.
        if (at % 7 !== 0) continue
        const again = await send(companyId, at, commands[at] as LedgerCommand)
        if (isWritten) expect(again, `c${at}`).toEqual(done)
      }
    }
    await Promise.all(Array.from({ length: clientCount }, client))

    const ledger = newLedger()
    const entries = await ledger.entries(companyId)
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1))
    expect(accepted.size).toBeGreaterThan(1000)
    const recorded = Map.groupBy(entries, ({ commandId }) => commandId)
    for (const [commandId, count] of accepted) expect(recorded.get(commandId)?.length, commandId).toBe(count)

    // The pure ledger, given the commands in the order the database took them, decides the very same facts.
    let model = emptyLedger
    const decidedOnce = new Set<string>()
    for (const { commandId } of entries) {
      if (decidedOnce.has(commandId)) continue
      decidedOnce.add(commandId)
      const at = Number(commandId.slice(1))
      const command = commands[at] as LedgerCommand
      // Only settling looks at who is on: a command of a case does not read all that were ever switched on.
      const known = command.type === 'settle' ? groundAt(at) : { ...groundAt(at), measured: undefined }
      const decided = decideLedger(model, command, { ...known, today: todayAt(at) })
      const written = recorded.get(commandId)?.map(({ fact }) => fact)
      expect(decided.ok && inOrder(decided.value), commandId).toEqual(inOrder(written ?? []))
      for (const fact of written ?? []) model = applyLedgerFact(model, fact)
      for (const [place, limit] of open) expect(model.taken.get(place) ?? 0).toBeLessThanOrEqual(limit)
    }
    // Every verb had its say, those that nobody asks for by name too.
    const kinds = Map.groupBy(entries, ({ fact }) => fact.type)
    for (const type of ['queued', 'offered', 'extended', 'released', 'expired', 'energised', 'absorbed', 'left-queue'])
      expect(kinds.get(type as LedgerFact['type'])?.length ?? 0, type).toBeGreaterThan(10)
    for (const { fact, actor } of entries)
      expect(actor === 'system:capacity-ledger').toBe(['offered', 'expired', 'absorbed'].includes(fact.type))
    const standing = await ledger.reservations(companyId)
    const folded = foldLedger(entries.map(({ fact }) => fact))
    expect(new Map(standing.map((found) => [found.id, found]))).toEqual(new Map(folded.reservations))
    const taken = await ledger.taken(companyId)
    for (const [place, amount] of folded.taken) expect(taken.get(place)).toBeCloseTo(amount, 6)
  }, 300_000)

  it('is refused by the database itself where a program would promise too much', async () => {
    const companyId = await database.addCompany('越界')
    const amounts = [{ place: 'feeder:A', amount: 4000 }]
    const command: LedgerCommand = {
      type: 'reserve',
      reservation: 'a',
      appliedAt: '',
      amounts,
      expiresOn: '2027-01-01',
    }
    await send(companyId, 0, { ...command, appliedAt: '2026-11-20T01:00:00.000Z' })
    await expect(
      database.asSuperuser('update capacity_place set taken = taken + 1 where company_id = $1', [companyId]),
    ).rejects.toThrow('capacity_place_not_overbooked')
  })
})

const shipped = readFileSync('standards/power/network-template.csv', 'utf8')

describe('what a case books', () => {
  /** A write of a case with one fact, and what the ledger holds of the case after it. */
  async function newTown(name: string) {
    const companyId = await database.addCompany(name)
    const standards = (await shippedStandards()).powerOn(start)
    const prepared = prepareNetwork(getAccepted(readNetworkText('town.csv', shipped, standards)), standards.parameters)
    const { parameters } = standards
    const { network } = prepared
    const town: NetworkGround = {
      network,
      open: listOpenCapacity(prepared, parameters),
      measured: undefined,
      parameters,
    }
    const ledger = new CapacityLedger({ database, findNetwork: async () => town })
    const book = async (caseId: string, seq: number, type: string, body: object, on: string = start) => {
      const facts = [{ seq, type, body: JSON.stringify(body), recordedAt: `${on}T02:00:00.000Z`, actor: 'staff:x' }]
      const row = { openedAt: '2026-11-20T01:00:00.000Z', voltageClass: 'hv' }
      const rows = await ledger.rowsOf({ companyId, caseId, facts, row } as unknown as CaseWrite)
      await database.withCompany(companyId, async (tx) => await rows?.(tx))
    }
    const states = async () =>
      (await ledger.reservations(companyId)).map(({ id, state, expiresOn }) => [id, state, expiresOn])
    return { companyId, ledger, book, states, town }
  }
  const replied = (capacityKva: number) => ({
    promised: [{ feeder: 'N201', busSection: '', accessPoint: 'N201-R2', capacityKva }],
    validUntil: '2027-11-23',
  })

  it('a reply reserves feeder, transformer and bay for a year; switching on keeps them', async () => {
    const { book, ledger, companyId, states } = await newTown('送电')
    await book('k1', 7, 'supply-plan-replied', replied(630))
    expect(Object.fromEntries(await ledger.taken(companyId))).toEqual({
      'feeder:N201': 630,
      'transformer:T2-North': 630,
      'bay:N201-R2': 1,
    })
    await book('k1', 8, 'plan-validity-extended', { validUntil: '2028-02-01' })
    expect(await states()).toEqual([['k1/000007', 'reserved', '2028-02-01']])
    await book('k1', 9, 'supply-switched-on', {})
    await ledger.settleAll(new Date('2030-01-01T00:00:00Z'))
    expect(await states()).toEqual([['k1/000007', 'energised', undefined]])
  })

  it('going back or ending gives it free, and a new reply takes the place of the old', async () => {
    const { book, ledger, companyId, states } = await newTown('退回')
    await book('k1', 7, 'supply-plan-replied', replied(630))
    await book('k1', 9, 'supply-plan-replied', replied(400))
    expect((await ledger.taken(companyId)).get('feeder:N201')).toBe(400)
    await book('k1', 10, 'promised-capacity-released', { because: '客户改方案' })
    expect((await ledger.taken(companyId)).get('feeder:N201')).toBe(0)
    await book('k2', 3, 'supply-plan-replied', replied(500))
    await book('k2', 4, 'case-cancelled', { reason: '撤销' })
    expect((await states()).map(([, state]) => state)).toEqual(['ended', 'ended'])
  })

  it('refuses a reply that the network has no room for, or that an earlier applicant waits for; nothing of it stands', async () => {
    const { book, states } = await newTown('不够')
    await expect(book('k1', 7, 'supply-plan-replied', replied(900_000))).rejects.toMatchObject({
      refusal: { code: 'ledger.noCapacity' },
    })
    expect(await states()).toEqual([])
  })

  it('runs out after its day; the supply that comes late asks anew', async () => {
    const { book, ledger, companyId, states } = await newTown('过期')
    await book('k1', 7, 'supply-plan-replied', replied(630))
    await ledger.settleAll(new Date('2027-11-23T08:00:00Z'))
    expect((await states())[0]?.[1]).toBe('reserved')
    await ledger.settleAll(new Date('2027-11-24T08:00:00Z'))
    expect((await states())[0]?.[1]).toBe('ended')
    await book('k1', 12, 'supply-switched-on', {}, '2027-12-01')
    expect((await ledger.taken(companyId)).get('feeder:N201')).toBe(630)
  })

  it('who finds no room waits by his application, gets what comes free, and the case is told', async () => {
    const { book, companyId, states, town } = await newTown('排队')
    const all = Math.floor(town.open.get('feeder:N201') ?? 0)
    await book('k1', 7, 'supply-plan-replied', replied(all - 100))
    await expect(book('k2', 7, 'capacity-waited-for', replied(50))).rejects.toMatchObject({
      refusal: { code: 'ledger.roomThere' },
    })
    await book('k2', 7, 'capacity-waited-for', replied(500))
    await book('k1', 9, 'case-cancelled', { reason: '撤销' })
    expect(await states()).toEqual([
      ['k1/000007', 'ended', undefined],
      ['k2/000007', 'offered', '2026-12-08'],
    ])
    const told = await database.asSuperuser('select case_id, kind, body from outbox where company_id = $1', [companyId])
    expect(told).toMatchObject([{ case_id: 'k2', kind: 'capacity-news' }])
    expect(JSON.parse(String(told[0]?.body))).toEqual({
      reservation: 'k2/000007',
      what: 'offered',
      expiresOn: '2026-12-08',
    })
    await book('k2', 12, 'supply-plan-replied', replied(400))
    expect(await states()).toContainEqual(['k2/000007', 'reserved', '2027-11-23'])
  })

  it('nobody waits where there is no network, or at places it does not know', async () => {
    const { book } = await newTown('无处')
    const nowhere = { promised: [{ feeder: 'X', busSection: '', accessPoint: 'Y', capacityKva: 5 }] }
    await expect(book('k1', 3, 'capacity-waited-for', nowhere)).rejects.toMatchObject({
      refusal: { code: 'ledger.placesUnknown' },
    })
    const facts = [{ seq: 3, type: 'capacity-waited-for', body: '{}', recordedAt: `${start}T02:00:00.000Z`, actor: '' }]
    const rows = await newLedger().rowsOf({ companyId: 'x', caseId: 'k', facts } as unknown as CaseWrite)
    await expect(rows?.(undefined as never)).rejects.toMatchObject({ refusal: { code: 'no-network' } })
  })

  it('a network whose own figures hold him absorbs who is on, place by place; it is recorded', async () => {
    const { book, ledger, companyId, town } = await newTown('计入')
    await book('k1', 7, 'supply-plan-replied', replied(630))
    await book('k1', 9, 'supply-switched-on', {})
    const newer = (period: LedgerGround['measured']) =>
      new CapacityLedger({ database, findNetwork: async () => ({ ...town, measured: period }) })
    const on = new Date('2027-12-01T02:00:00Z')
    await newer({ maximaFrom: '2026-12-01', maximaUntil: '2027-11-22', baysCountedOn: undefined }).settle(companyId, on)
    expect((await ledger.taken(companyId)).get('feeder:N201')).toBe(630)
    const held = newer({ maximaFrom: '2026-11-01', maximaUntil: '2027-11-22', baysCountedOn: '2027-11-22' })
    expect(await held.settle(companyId, on)).toEqual([
      {
        type: 'absorbed',
        reservation: 'k1/000007',
        places: ['feeder:N201', 'transformer:T2-North', 'bay:N201-R2'],
      },
    ])
    expect((await ledger.taken(companyId)).get('feeder:N201')).toBe(0)
    expect((await ledger.entries(companyId)).at(-1)).toMatchObject({ actor: 'system:capacity-ledger' })
  })
})
