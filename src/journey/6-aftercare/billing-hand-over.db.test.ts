import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CaseFiles, type SystemActor } from '#casefile'
import { CaseReader, CaseWriter } from '#casefile/write/index'
import { accept, getAccepted } from '#kernel'
import { type BackgroundWork, startBackgroundWork } from '#platform/jobs/index'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { billingHandlers } from './billing-hand-over.ts'
import { findBilling } from './rules/billing-standing.ts'

let database: TestDatabase
let work: BackgroundWork
let server: Server
let companyId: string
let caseFiles: CaseFiles
const requests: { key: string; record: Record<string, unknown> }[] = []

/** Down for the first request, loses the answer of the second, confirms from the third on. */
async function startReceiver(): Promise<string> {
  server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const sent = JSON.parse(text) as { messageId: string; record: Record<string, unknown> }
    requests.push({ key: String(request.headers['idempotency-key']), record: sent.record })
    if (requests.length === 1) return response.writeHead(503).end()
    if (requests.length === 2) return request.socket.destroy()
    return response.end(JSON.stringify({ messageId: sent.messageId }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/records`
}

beforeAll(async () => {
  database = await createTestDatabase({ clock: 'real' })
  companyId = await database.addCompany()
  const standards = await shippedStandards()
  const writer = new CaseWriter(database, {})
  const reader = new CaseReader(database)
  caseFiles = new CaseFiles({
    store: {
      append: (write, also) => writer.append(write, also),
      loadCase: async (company, caseId) => {
        const facts = await reader.loadFacts(company, caseId)
        const row = await reader.findCase(company, caseId)
        return row && { facts, tokens: row.tokens }
      },
      findVersion: async (company, caseId) => (await reader.findCase(company, caseId))?.version,
      findAnswer: (company, commandId) => reader.findAnswer(company, commandId),
      nextCaseNumber: async () => '202611230001',
    },
    world: {} as never,
    standards: async () => standards,
    checkSignatureCode: async () => accept(undefined),
    issue: async () => accept({ sha256: '', pages: 1 }),
    useCases: new Map(),
    now: () => new Date('2026-11-23T02:00:00Z'),
  })
  work = await startBackgroundWork({
    database,
    handlers: billingHandlers({ url: await startReceiver(), caseFiles, timeoutMs: 2000 }),
    onTimer: async () => undefined,
    firstRetrySeconds: 1,
    trouble: () => undefined,
  })
})
afterAll(async () => {
  await work?.stop()
  server?.close()
  await database?.close()
})

it('reaches a receiver that fails and loses answers, under one id, and is confirmed once', async () => {
  const actor: SystemActor = { kind: 'system', companyId, name: 'test' }
  const profile = {
    kind: 'new',
    category: 'resident',
    unitId: 'u1',
    voltageClass: 'lv',
    customerKey: 'k1',
    customerName: '王建国',
    address: '示范路1号',
    capacityKva: 8,
  } as const
  const opening = { caseId: 'case-1', profile, variant: 'lv-standard', outcome: { facts: [] } }
  getAccepted(await caseFiles.open({ actor, commandId: 'open', form: {} }, async () => accept(opening)))
  const record = { accountNumber: '2611230001', revision: 1 }
  const setUp = {
    facts: [{ type: 'billing-set-up', body: record }],
    handOvers: [{ kind: 'billing-hand-over', body: record }],
  }
  const command = { actor, commandId: 'set-up', form: {} }
  getAccepted(await caseFiles.record('case-1', 'set-up-billing', command, () => accept(setUp)))
  getAccepted(await caseFiles.record('case-1', 'set-up-billing', command, () => accept(setUp)))
  await work.settle(30_000)

  expect(requests).toHaveLength(3)
  expect(new Set(requests.map((request) => request.key)).size).toBe(1)
  expect(requests[0]?.record).toEqual(record)
  const file = await caseFiles.find(companyId, 'case-1')
  expect(file?.facts.filter((fact) => fact.type === 'billing-confirmed')).toHaveLength(1)
  expect(file && findBilling(file)).toMatchObject({ messageId: requests[0]?.key, confirmedAt: expect.any(String) })
})
