import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { CaseFiles, handOverId } from '#casefile'
import type { Message } from '#platform/jobs/index'
import { goneBack, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { MemoryCaseStore } from '../../../tests/memory-case-store.ts'
import { beforeEnergising, caseAfter } from '../../../tests/sample-energising.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { billingHandlers } from './billing-hand-over.ts'
import { findBilling } from './rules/billing-standing.ts'
import { setUpBilling } from './set-up-billing.ts'

const standards = await shippedStandards()
const marketing = { actor: staffActor('marketing'), at: '2026-04-03T09:00:00+08:00', standards }
const energised = caseAfter([...beforeEnergising, 'energise'], standards)
const setUp = takeStep(energised, setUpBilling, { meterReadingDay: 1, confirmed: true }, marketing)

/** A billing system that does what its script says, one line for each request, and keeps what it was sent. */
type Behaviour = 'confirm' | 'fail' | 'refuse' | 'lose-answer' | 'garble' | 'confirm-another'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function receiver(script: readonly Behaviour[]) {
  const applied = new Map<string, unknown>()
  const keys: string[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const sent = JSON.parse(text) as { messageId: string; record: unknown }
    const behaviour = script[keys.length] ?? 'confirm'
    keys.push(String(request.headers['idempotency-key']))
    if (behaviour === 'fail') return response.writeHead(500).end('down')
    if (behaviour === 'refuse') return response.writeHead(422).end('户号已存在')
    applied.set(sent.messageId, sent.record)
    if (behaviour === 'lose-answer') return request.socket.destroy()
    if (behaviour === 'garble') return response.end('<html>ok</html>')
    return response.end(JSON.stringify({ messageId: behaviour === 'confirm-another' ? 'another' : sent.messageId }))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, applied, keys }
}

function system(store: MemoryCaseStore, url: string) {
  const caseFiles = new CaseFiles({
    store,
    world: {} as never,
    standards: async () => standards,
    checkSignatureCode: async () => ({ ok: true, value: undefined }),
    issue: async () => ({ ok: true, value: { sha256: '', pages: 1 } }),
    useCases: new Map(),
    now: () => new Date('2026-04-03T10:00:00+08:00'),
  })
  const deliver = billingHandlers({ url, caseFiles, timeoutMs: 2000 })['billing-hand-over']
  if (!deliver) throw new Error('no handler')
  const factsOf = async (type: string) =>
    (await caseFiles.find('test', 'case-1'))?.facts.filter((fact) => fact.type === type) ?? []
  return { deliver, factsOf, find: () => caseFiles.find('test', 'case-1') }
}

/** The outbox message of the latest set-up in the file. */
function messageOf(file: typeof setUp): Message {
  const fact = file.facts.findLast((entry) => entry.type === 'billing-set-up')
  const messageId = handOverId('test', String(fact?.commandId), 'billing-hand-over')
  const body = { caseId: 'case-1', caseNumber: '20260302-0001', record: fact?.body ?? {} }
  return { messageId, companyId: 'test', caseId: 'case-1', kind: 'billing-hand-over', body }
}

/** Delivers like the queue: again and again until the handler does not throw. Returns how often it took. */
async function deliverUntilDone(deliver: (message: Message) => Promise<void>, message: Message): Promise<number> {
  for (let times = 1; times <= 10; times += 1) {
    try {
      await deliver(message)
      return times
    } catch {}
  }
  throw new Error('never delivered')
}

describe('the hand-over to billing', () => {
  it('is confirmed once, whatever the receiver does on the way', async () => {
    const billing = await receiver(['fail', 'lose-answer', 'garble', 'confirm-another', 'confirm'])
    const { deliver, factsOf, find } = system(new MemoryCaseStore(setUp), billing.url)
    const message = messageOf(setUp)
    expect(await deliverUntilDone(deliver, message)).toBe(5)
    expect(new Set(billing.keys)).toEqual(new Set([message.messageId]))
    expect(await factsOf('billing-confirmed')).toHaveLength(1)
    const file = await find()
    expect(file && findBilling(file)).toMatchObject({
      messageId: message.messageId,
      revision: 1,
      confirmedAt: expect.any(String),
    })
  })

  it('is applied once when the message is delivered many times, one after the other and at the same time', async () => {
    const billing = await receiver([])
    const { deliver, factsOf } = system(new MemoryCaseStore(setUp), billing.url)
    const message = messageOf(setUp)
    await Promise.all(Array.from({ length: 8 }, () => deliver(message)))
    await deliver(message)
    expect(billing.keys).toHaveLength(9)
    expect(billing.applied.size).toBe(1)
    expect(await factsOf('billing-confirmed')).toHaveLength(1)
  })

  it('is applied once by two processes that do not know of each other', async () => {
    const billing = await receiver([])
    const store = new MemoryCaseStore(setUp)
    const [one, other] = [system(store, billing.url), system(store, billing.url)]
    const message = messageOf(setUp)
    await Promise.all([one.deliver(message), other.deliver(message)])
    await other.deliver(message)
    expect(await one.factsOf('billing-confirmed')).toHaveLength(1)
  })

  it('tells marketing once that it was refused, and goes on trying', async () => {
    const billing = await receiver(['refuse', 'refuse', 'confirm'])
    const store = new MemoryCaseStore(setUp)
    const { deliver, factsOf } = system(store, billing.url)
    expect(await deliverUntilDone(deliver, messageOf(setUp))).toBe(3)
    expect((await factsOf('billing-refused')).map((fact) => fact.body.reason)).toEqual(['户号已存在'])
    expect(await factsOf('billing-confirmed')).toHaveLength(1)
    expect(store.outbox.map((row) => row.kind)).toEqual(['staff-notice'])
  })

  it('keeps apart a superseded record that is confirmed after its successor', async () => {
    const back = goneBack(setUp, ['set-up-billing'], [])
    const again = takeStep(
      back,
      setUpBilling,
      { meterReadingDay: 5, confirmed: true },
      { ...marketing, at: '2026-04-03T09:30:00+08:00' },
    )
    const billing = await receiver([])
    const { deliver, factsOf, find } = system(new MemoryCaseStore(again), billing.url)
    const [older, newer] = [messageOf(setUp), messageOf(again)]
    expect(older.messageId).not.toBe(newer.messageId)
    expect(newer.body.record).toMatchObject({ revision: 2, meterReadingDay: 5 })
    await deliver(newer)
    const confirmedAt = await find().then((file) => file && findBilling(file)?.confirmedAt)
    await deliver(older)
    expect((await factsOf('billing-confirmed')).map((fact) => fact.body.revision)).toEqual([2, 1])
    const file = await find()
    expect(file && findBilling(file)).toEqual({ messageId: newer.messageId, revision: 2, confirmedAt })
  })

  it('confirms nothing the case never sent', async () => {
    const billing = await receiver([])
    const { deliver, factsOf } = system(new MemoryCaseStore(energised), billing.url)
    await expect(deliver(messageOf(setUp))).rejects.toThrow('unknown-hand-over')
    expect(await factsOf('billing-confirmed')).toEqual([])
  })

  it('leaves the messages in the queue where no billing system is configured', () => {
    expect(billingHandlers({ url: undefined, caseFiles: {} as never })).toEqual({})
  })
})
