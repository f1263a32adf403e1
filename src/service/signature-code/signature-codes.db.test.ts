import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PublishedStandards } from '#casefile'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { askSignatureCode, checkSignatureCode, type SignatureCodePorts } from './index.ts'

let database: TestDatabase
let ports: SignatureCodePorts
let companyId: string
const sent: string[] = []
const settings: Record<string, number> = {
  'signature-code-minutes': 5,
  'signature-code-attempts': 3,
  'signature-code-pause-seconds': 30,
}

beforeAll(async () => {
  database = await createTestDatabase({ clock: 'test' })
  companyId = await database.addCompany()
  ports = {
    database,
    standards: async () => ({ setting: (key: string) => settings[key] }) as unknown as PublishedStandards,
    send: async (_, code) => void sent.push(code),
  }
})
afterAll(async () => await database.close())

const step = (taskId: string) => ({ companyId, caseId: 'case-1', taskId, customerKey: 'k' })
const at = async (time: string) => await database.testClock?.set(new Date(`2026-03-02T${time}+08:00`))
const wrong = (code: string | undefined) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a signature code', () => {
  it('counts for its own step only, and again for a repeat', async () => {
    await at('09:00:00')
    expect(await askSignatureCode(ports, step('sign-contract#1'))).toMatchObject({
      ok: true,
      value: { validMinutes: 5 },
    })
    const code = sent.at(-1) ?? ''
    expect(code).toMatch(/^\d{6}$/)
    expect((await checkSignatureCode(ports, step('sign-contract#1'), code)).ok).toBe(true)
    expect((await checkSignatureCode(ports, step('sign-contract#1'), code)).ok).toBe(true)
    const other = await checkSignatureCode(ports, step('sign-energising-form#1'), code)
    expect(other).toMatchObject({ refusal: { faults: [{ path: 'signature.code', code: 'signature-code-not-asked' }] } })
  })

  it('is refused when asked for again at once', async () => {
    await at('09:00:20')
    expect(await askSignatureCode(ports, step('sign-contract#1'))).toMatchObject({
      refusal: { code: 'signature-code-too-soon' },
    })
  })

  it('runs out by wrong tries', async () => {
    await at('10:00:00')
    await askSignatureCode(ports, step('wrong#1'))
    const code = sent.at(-1)
    for (let tries = 0; tries < 3; tries += 1) {
      const refused = await checkSignatureCode(ports, step('wrong#1'), wrong(code))
      expect(refused).toMatchObject({ refusal: { faults: [{ code: 'signature-code-wrong' }] } })
    }
    const late = await checkSignatureCode(ports, step('wrong#1'), code ?? '')
    expect(late).toMatchObject({ refusal: { faults: [{ code: 'signature-code-run-out' }] } })
  })

  it('runs out by time', async () => {
    await at('11:00:00')
    await askSignatureCode(ports, step('late#1'))
    await at('11:05:01')
    const late = await checkSignatureCode(ports, step('late#1'), sent.at(-1) ?? '')
    expect(late).toMatchObject({ refusal: { faults: [{ code: 'signature-code-run-out' }] } })
  })
})
