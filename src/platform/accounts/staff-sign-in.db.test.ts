import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { createSampleApp } from '../http/sample-app.ts'
import { createAccounts } from './accounts.ts'
import { computeCode } from './one-time-code.ts'
import { callApp, openSampleAccounts, samplePassword } from './sample-accounts.ts'

type Sample = Awaited<ReturnType<typeof openSampleAccounts>>
let sample: Sample
beforeAll(async () => {
  sample = await openSampleAccounts()
})
afterAll(async () => await sample.close())

const post = (path: string, body: unknown, cookie = '') => callApp(sample.app, 'POST', path, body, cookie)
const whoAmI = async (cookie: string) =>
  (await callApp(sample.app, 'GET', '/api/auth/me', undefined, cookie)).body.actor

/** A member of staff with an account; every test has its own. */
async function addAccount(staffId: string, role = 'clerk') {
  await sample.addStaff(staffId, role)
  const account = { companyId: sample.companyId, staffId, login: staffId, password: samplePassword }
  return { ...account, ...getAccepted(await sample.accounts.createStaffAccount(account)) }
}

const signInPath = '/api/auth/staff/sign-in'
const codePath = '/api/auth/staff/verify-code'

async function signIn(account: { login: string; totpSecret: string }, shiftMs = 0): Promise<string> {
  const first = await post(signInPath, { login: account.login, password: samplePassword })
  const second = await post(codePath, { code: computeCode(account.totpSecret, Date.now() + shiftMs) }, first.cookie)
  expect(second.body).toEqual({ ok: true })
  return second.cookie
}

describe('staff sign in', () => {
  it('with password and code, and are then known with unit and roles', async () => {
    const account = await addAccount('zhou-lan')
    const first = await post(signInPath, { login: 'ZHOU-LAN ', password: samplePassword })
    expect(first.body).toEqual({ next: 'totp' })
    expect(await whoAmI(first.cookie)).toBeNull()
    const second = await post(codePath, { code: computeCode(account.totpSecret, Date.now()) }, first.cookie)
    expect(second.status).toBe(200)
    expect(await whoAmI(second.cookie)).toEqual({
      kind: 'staff',
      companyId: sample.companyId,
      staffId: 'zhou-lan',
      name: '姓名 zhou-lan',
      unitId: 'north',
      grants: [{ role: 'clerk', unitId: null, voltageClasses: ['lv', 'hv'] }],
    })
    const sessionCookie = second.cookies.find((line) => line.includes('session_token'))
    expect(sessionCookie).toMatch(/HttpOnly/i)
    expect(sessionCookie).toMatch(/SameSite=Lax/i)
    const accepted = await post('/api/v1/cases/1/accept', { name: '张三', ratedKw: 1 }, second.cookie)
    expect(accepted.status).toBe(200)
  })

  it('never with the password alone, nor with a code alone', async () => {
    const account = await addAccount('half')
    const first = await post(signInPath, { login: 'half', password: samplePassword })
    expect(first.cookies.some((line) => /session_token=[^;]+[^;]/.test(line) && !/Max-Age=0/i.test(line))).toBe(false)
    const code = computeCode(account.totpSecret, Date.now())
    expect((await post(codePath, { code })).body.code).toBe('sign-in-step-missing')
    expect((await post(codePath, { code: '000000' }, first.cookie)).body.code).toBe('code-wrong')
    expect((await post(codePath, { code: '12345' }, first.cookie)).body.faults).toMatchObject([
      { path: 'code', code: 'code-form' },
    ])
  })

  it('with a code that counts once, even for another sign-in', async () => {
    const account = await addAccount('once')
    const code = computeCode(account.totpSecret, Date.now())
    const attempt = async () => {
      const first = await post(signInPath, { login: 'once', password: samplePassword })
      return await post(codePath, { code }, first.cookie)
    }
    expect((await attempt()).status).toBe(200)
    expect((await attempt()).body).toMatchObject({ status: 409, code: 'code-used' })
  })

  it('with one of two at the same moment with the same code', async () => {
    const account = await addAccount('race')
    const steps = [
      await post(signInPath, { login: 'race', password: samplePassword }),
      await post(signInPath, { login: 'race', password: samplePassword }),
    ]
    const code = computeCode(account.totpSecret, Date.now())
    const replies = await Promise.all(steps.map((step) => post(codePath, { code }, step.cookie)))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
    expect(
      await sample.database.asSuperuser('select from account.session where user_id = $1', [account.accountId]),
    ).toHaveLength(1)
  })

  it('not after five wrong passwords in a row, and the answer is the same for a login that is none', async () => {
    await addAccount('locked')
    for (const login of ['locked', 'nobody-at-all']) {
      const replies = []
      for (let tries = 0; tries < 6; tries += 1) replies.push(await post(signInPath, { login, password: 'wrong' }))
      expect(replies.map((reply) => reply.body.code)).toEqual([...Array(5).fill('sign-in-failed'), 'login-locked'])
      expect(replies[5]?.status).toBe(429)
      expect(Number(replies[5]?.headers.get('retry-after'))).toBeGreaterThan(800)
    }
    expect((await post(signInPath, { login: 'locked', password: samplePassword })).body.code).toBe('login-locked')
    getAccepted(
      await sample.accounts.resetPassword({ companyId: sample.companyId, staffId: 'locked', password: samplePassword }),
    )
    expect((await post(signInPath, { login: 'locked', password: samplePassword })).body).toEqual({ next: 'totp' })
  })

  it('not after wrong codes over several sign-ins', async () => {
    const account = await addAccount('guessed')
    const codes = []
    for (let tries = 0; tries < 7; tries += 1) {
      const first = await post(signInPath, { login: 'guessed', password: samplePassword })
      codes.push((await post(codePath, { code: '000000' }, first.cookie)).body.code)
    }
    expect(codes).toEqual([...Array(5).fill('code-wrong'), 'login-locked', 'login-locked'])
    const first = await post(signInPath, { login: 'guessed', password: samplePassword })
    expect((await post(codePath, { code: computeCode(account.totpSecret, Date.now()) }, first.cookie)).status).toBe(429)
  })

  it('not with an account without authenticator', async () => {
    const account = await addAccount('bare')
    await sample.database.asSuperuser('update account."user" set two_factor_enabled = false where id = $1', [
      account.accountId,
    ])
    const reply = await post(signInPath, { login: 'bare', password: samplePassword })
    expect(reply.body.code).toBe('sign-in-failed')
    expect(
      await sample.database.asSuperuser('select from account.session where user_id = $1', [account.accountId]),
    ).toHaveLength(0)
  })
})

describe('a session of staff', () => {
  it('ends at once when the account is closed, and none begins until it is opened', async () => {
    const account = await addAccount('leaver')
    const ref = { companyId: sample.companyId, staffId: 'leaver' }
    const cookie = await signIn(account)
    expect(await whoAmI(cookie)).not.toBeNull()
    getAccepted(await sample.accounts.deactivate(ref))
    expect(await whoAmI(cookie)).toBeNull()
    expect((await post(signInPath, { login: 'leaver', password: samplePassword })).status).not.toBe(200)
    getAccepted(await sample.accounts.reactivate(ref))
    expect(await whoAmI(cookie)).toBeNull()
    expect(await whoAmI(await signIn(account, 30_000))).not.toBeNull()
  })

  it('ends at once in another process too', async () => {
    const cookie = await signIn(await addAccount('elsewhere'))
    const other = createAccounts(sample.options)
    const headers = new Headers({ cookie })
    const isKnownThere = async (): Promise<boolean> => (await other.resolveActor(headers)) !== undefined
    // A process that has just started may still be connecting to hear of changes; what it knew before that is forgotten.
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await isKnownThere()).toBe(true)
    getAccepted(await sample.accounts.deactivate({ companyId: sample.companyId, staffId: 'elsewhere' }))
    // Well before the 30 seconds for which a session is believed unasked.
    for (let tries = 0; tries < 50 && (await isKnownThere()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await isKnownThere()).toBe(false)
    await other.close()
  })

  it('ends when the person is no longer active in the staff list, once that is read anew', async () => {
    const cookie = await signIn(await addAccount('retired'))
    expect(await whoAmI(cookie)).not.toBeNull()
    await sample.database.withCompany(sample.companyId, (tx) =>
      tx.updateTable('staff').set({ active: false }).where('staff_id', '=', 'retired').execute(),
    )
    await sample.accounts.forgetStaff({ companyId: sample.companyId, staffId: 'retired' })
    expect(await whoAmI(cookie)).toBeNull()
  })

  it('ends with sign-out, and a forged cookie is none', async () => {
    const cookie = await signIn(await addAccount('out'))
    const forged = cookie.replace(
      /session_token=[^.]/,
      (start) => `${start.slice(0, -1)}${start.endsWith('x') ? 'y' : 'x'}`,
    )
    expect(await whoAmI(forged)).toBeNull()
    expect(await whoAmI('tongdian.session_token=%')).toBeNull()
    expect((await post('/api/auth/sign-out', {}, cookie)).body).toEqual({ ok: true })
    expect(await whoAmI(cookie)).toBeNull()
  })

  it('can change its password, which ends the others', async () => {
    const account = await addAccount('changer')
    const [here, there] = [await signIn(account), await signIn(account, 30_000)]
    const change = (currentPassword: string, newPassword: string) =>
      post('/api/auth/staff/change-password', { currentPassword, newPassword }, here)
    expect((await change('wrong', 'a quite long one')).body.faults).toMatchObject([
      { path: 'currentPassword', code: 'password-wrong' },
    ])
    expect((await change(samplePassword, 'short')).body.faults).toMatchObject([
      { path: 'newPassword', code: 'too-short' },
    ])
    expect((await change(samplePassword, 'changer-changer')).body.faults).toMatchObject([
      { code: 'password-guessable' },
    ])
    expect((await change(samplePassword, 'a quite long one')).body).toEqual({ ok: true })
    expect([await whoAmI(here), await whoAmI(there)].map(Boolean)).toEqual([true, false])
    expect((await post(signInPath, { login: 'changer', password: samplePassword })).body.code).toBe('sign-in-failed')
  })
})

describe('an invitation', () => {
  it('lets a person choose the password and set up the authenticator, once', async () => {
    await sample.addStaff('first-admin', 'administrator')
    const staff = { companyId: sample.companyId, staffId: 'first-admin', login: 'admin' }
    const { setupToken: token } = getAccepted(await sample.accounts.inviteStaff(staff))
    expect((await post('/api/auth/setup', { token: 'made-up', password: samplePassword })).body.code).toBe(
      'setup-token-invalid',
    )
    expect((await post('/api/auth/setup', { token, password: 'aaaaaaaaaaaa' })).body.faults).toMatchObject([
      { code: 'password-guessable' },
    ])
    const begun = await post('/api/auth/setup', { token, password: samplePassword })
    expect(begun.body).toMatchObject({ login: 'admin', totpUri: expect.stringContaining('otpauth://totp/') })
    expect((await post(signInPath, { login: 'admin', password: samplePassword })).body.code).toBe('sign-in-failed')
    const code = computeCode(begun.body.totpSecret, Date.now())
    expect((await post('/api/auth/setup/confirm', { token, code: '000000' })).body.code).toBe('code-wrong')
    expect((await post('/api/auth/setup/confirm', { token, code })).body).toEqual({ login: 'admin' })
    expect((await post('/api/auth/setup/confirm', { token, code })).body.code).toBe('setup-token-invalid')
    expect(await whoAmI(await signIn({ login: 'admin', totpSecret: begun.body.totpSecret }))).toMatchObject({
      staffId: 'first-admin',
    })
  })

  it('replaces an earlier one, and is refused for a login somebody has', async () => {
    await addAccount('owner')
    await sample.addStaff('other', 'clerk')
    const ref = { companyId: sample.companyId, staffId: 'other' }
    expect(await sample.accounts.inviteStaff({ ...ref, login: 'Owner' })).toMatchObject({
      refusal: { code: 'login-taken' },
    })
    const first = getAccepted(await sample.accounts.inviteStaff({ ...ref, login: 'other' }))
    getAccepted(await sample.accounts.inviteStaff({ ...ref, login: 'other' }))
    expect((await post('/api/auth/setup', { token: first.setupToken, password: samplePassword })).body.code).toBe(
      'setup-token-invalid',
    )
  })
})

describe('around it', () => {
  it('marks cookies secure where people come by https', async () => {
    const account = await addAccount('secure')
    const accounts = createAccounts({ ...sample.options, publicUrl: 'https://bz.example.cn' })
    const { app } = createSampleApp({ accounts })
    const first = await callApp(app, 'POST', signInPath, { login: 'secure', password: samplePassword })
    const code = computeCode(account.totpSecret, Date.now())
    const second = await callApp(app, 'POST', codePath, { code }, first.cookie)
    expect(second.cookies.find((line) => line.includes('session_token'))).toMatch(
      /^__Secure-tongdian\.session_token=.*; Secure/,
    )
    expect((await callApp(app, 'GET', '/api/auth/me', undefined, second.cookie)).body.actor).toMatchObject({
      staffId: 'secure',
    })
    await accounts.close()
  })

  it('says that the database is away, and stops all the same', async () => {
    const { app: connection, owner } = sample.database.connections
    const connections = { owner, app: { ...connection, host: '127.0.0.1', port: 1 } }
    const { listCompanies, withCompany } = sample.database
    const accounts = createAccounts({ ...sample.options, database: { listCompanies, withCompany, connections } })
    const { app } = createSampleApp({ accounts })
    const reply = await callApp(app, 'POST', signInPath, { login: 'anyone', password: samplePassword })
    expect(reply.body).toMatchObject({ status: 503, code: 'database-away' })
    expect(reply.headers.get('retry-after')).toBe('5')
    await accounts.close()
  })
})

describe('what is kept', () => {
  it('holds no password, secret or token that could be used', async () => {
    const account = await addAccount('kept')
    const rows = await sample.database.asSuperuser(
      `select a.password, t.secret from account.account a join account.two_factor t on t.user_id = a.user_id where a.user_id = $1`,
      [account.accountId],
    )
    const text = JSON.stringify(rows)
    expect(rows).toHaveLength(1)
    expect(text).not.toContain(samplePassword)
    expect(text).not.toContain(account.totpSecret)
    expect(JSON.stringify(sample.log)).not.toMatch(/云栖|姓名|1390000/)
  })
})
