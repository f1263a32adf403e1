import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { readAccountPolicy } from './account-policy.ts'
import { callApp, openSampleAccounts } from './sample-accounts.ts'

type Sample = Awaited<ReturnType<typeof openSampleAccounts>>
let sample: Sample
let nowMs = Date.now()
beforeAll(async () => {
  sample = await openSampleAccounts({ nowMs: () => nowMs })
})
afterAll(async () => await sample.close())

const post = (path: string, body: unknown, cookie = '') => callApp(sample.app, 'POST', path, body, cookie)
const whoAmI = async (cookie: string) =>
  (await callApp(sample.app, 'GET', '/api/auth/me', undefined, cookie)).body.actor
const sendCode = (phone: string) => post('/api/auth/customer/send-code', { phone })
const verify = (phone: string, code: string, cookie = '') =>
  post('/api/auth/customer/verify-code', { phone, code }, cookie)

async function signIn(phone: string): Promise<string> {
  expect((await sendCode(phone)).body).toEqual({ ok: true, validSeconds: 300 })
  const reply = await verify(phone, sample.codes.get(phone) ?? 'none was sent')
  expect(reply.body).toEqual({ ok: true })
  return reply.cookie
}

describe('a customer', () => {
  it('signs in with a phone and the code sent to it, and keeps one key', async () => {
    const first = await whoAmI(await signIn('+86 139-0000-0001'.replace(/\s|-/g, '').replace('+86', '')))
    expect(first).toMatchObject({ kind: 'customer', companyId: sample.companyId, phone: '13900000001' })
    const again = await whoAmI(await signIn('13900000001'))
    expect(again.customerKey).toBe(first.customerKey)
  })

  it('finds the case that was taken at the counter', async () => {
    const counter = getAccepted(
      await sample.accounts.ensureCustomer({ companyId: sample.companyId, phone: '139 0000 0002', name: '张三' }),
    )
    expect(await whoAmI(await signIn('13900000002'))).toMatchObject({ customerKey: counter.customerKey, name: '张三' })
    expect(
      getAccepted(await sample.accounts.ensureCustomer({ companyId: sample.companyId, phone: '13900000002' })),
    ).toEqual(counter)
    const elsewhere = await sample.database.addCompany('乙公司')
    expect(await sample.accounts.ensureCustomer({ companyId: elsewhere, phone: '13900000002' })).toMatchObject({
      refusal: { code: 'phone-of-other-company' },
    })
    await sample.database.asSuperuser('delete from company where company_id = $1', [elsewhere])
  })

  it('keeps the key when the phone changes, and cannot take the phone of somebody else', async () => {
    const cookie = await signIn('13900000003')
    const before = await whoAmI(cookie)
    const change = (phone: string) =>
      post('/api/auth/customer/change-phone', { phone, code: sample.codes.get(phone) ?? '' }, cookie)
    await signIn('13900000004')
    await sendCode('13900000004')
    expect((await change('13900000004')).body).toMatchObject({ status: 409, code: 'phone-taken' })
    await sendCode('13900000005')
    expect((await change('13900000005')).body).toEqual({ ok: true })
    expect(await whoAmI(cookie)).toEqual({ ...before, phone: '13900000005' })
  })

  it('is told of a phone that is none', async () => {
    for (const phone of ['', '1390000', '23900000000', '139000000001']) {
      const reply = await sendCode(phone)
      expect(reply.status).toBe(422)
      expect(reply.body.faults).toMatchObject([{ path: 'phone', code: phone === '' ? 'required' : 'phone-form' }])
    }
  })
})

describe('a code', () => {
  it('counts once', async () => {
    const phone = '13900000010'
    await signIn(phone)
    expect((await verify(phone, sample.codes.get(phone) ?? '')).body.code).toBe('code-expired')
  })

  it('is dead after five wrong tries, though the right one follows', async () => {
    const phone = '13900000011'
    await sendCode(phone)
    const right = sample.codes.get(phone) ?? ''
    const wrong = right === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries += 1) expect((await verify(phone, wrong)).body.code).toBe('code-wrong')
    expect((await verify(phone, right)).body).toMatchObject({ status: 429, code: 'too-many-code-tries' })
    expect((await verify(phone, right)).body.code).toBe('code-expired')
  })

  it('is dead after five minutes', async () => {
    const phone = '13900000012'
    await sendCode(phone)
    await sample.database.asSuperuser(
      "update account.verification set expires_at = now() - interval '1 s' where identifier like '%' || $1",
      [phone],
    )
    expect((await verify(phone, sample.codes.get(phone) ?? '')).body.code).toBe('code-expired')
  })

  it('is of no use for another phone', async () => {
    await sendCode('13900000013')
    expect((await verify('13900000014', sample.codes.get('13900000013') ?? '')).status).toBe(401)
  })

  it('is sent five times in ten minutes and no more, however many ask at once', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => sendCode('13900000015')))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
    const refused = replies.find((reply) => reply.status === 429)
    expect(refused?.body.code).toBe('too-many-requests')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(500)
    await sample.database.asSuperuser(
      "update account.attempt set window_started_at = now() - interval '601 s' where key like 'code:phone-short:%'",
    )
    expect((await sendCode('13900000015')).status).toBe(200)
  })
})

describe('a session of a customer', () => {
  it('ends after the idle time, and lives on while it is used, to its last day', async () => {
    const policy = readAccountPolicy('2026-11-23')
    nowMs = Date.now()
    const begun = nowMs
    const cookie = await signIn('13900000020')
    expect(await whoAmI(cookie)).not.toBeNull()
    const step = (policy.customerIdleSeconds - 3600) * 1000
    for (nowMs += step; nowMs < begun + policy.customerSessionSeconds * 1000 - 60_000; nowMs += step)
      expect(await whoAmI(cookie)).not.toBeNull()
    expect(await whoAmI(cookie)).toBeNull()
    nowMs = Date.now()
    const idle = await signIn('13900000021')
    expect(await whoAmI(idle)).not.toBeNull()
    nowMs += (policy.customerIdleSeconds + 1) * 1000
    expect(await whoAmI(idle)).toBeNull()
    nowMs = Date.now()
  })

  it('is asked of the database once, however many requests come', async () => {
    const cookie = await signIn('13900000022')
    const queries = async () => {
      const [row] = await sample.database.asSuperuser<{ n: string }>(
        'select coalesce(sum(xact_commit), 0) as n from pg_stat_database where datname = current_database()',
      )
      return Number(row?.n)
    }
    await whoAmI(cookie)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const before = await queries()
    const actors = await Promise.all(Array.from({ length: 300 }, () => whoAmI(cookie)))
    expect(actors.every((actor) => actor?.phone === '13900000022')).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await queries()) - before).toBeLessThan(20)
  })
})

describe('a customer is nobody', () => {
  it('where only staff may be, and staff routes do not take a phone', async () => {
    const cookie = await signIn('13900000030')
    expect((await post('/api/v1/cases/1/accept', { name: '张三', ratedKw: 1 }, cookie)).body.code).toBe('no-right')
    expect((await post('/api/auth/staff/sign-in', { login: '13900000030', password: 'x' })).body.code).toBe(
      'sign-in-failed',
    )
    expect(
      (await post('/api/auth/staff/change-password', { currentPassword: 'x', newPassword: 'y' }, cookie)).body.code,
    ).toBe('no-right')
  })

  it('when the company is not plain', async () => {
    const second = await sample.database.addCompany('乙公司')
    await sendCode('13900000031')
    const reply = await verify('13900000031', sample.codes.get('13900000031') ?? '')
    expect(reply.body.code).toBe('internal')
    await sample.database.asSuperuser('delete from company where company_id = $1', [second])
  })
})
