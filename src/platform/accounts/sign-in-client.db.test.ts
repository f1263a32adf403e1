import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { listen, type RunningServer } from '../http/listen.ts'
import { openSampleAccounts, samplePassword } from './sample-accounts.ts'
import { signInCustomer, signInStaff } from './sign-in-client.ts'

let sample: Awaited<ReturnType<typeof openSampleAccounts>>
let server: RunningServer
beforeAll(async () => {
  sample = await openSampleAccounts()
  server = await listen(sample.app, { port: 0 })
})
afterAll(async () => {
  await server.close()
  await sample.close()
})

const whoAmI = async (cookie: string) => {
  const reply = await fetch(`${server.url}/api/auth/me`, { headers: { cookie } })
  const { actor }: { actor: { staffId?: string; phone?: string } | null } = await reply.json()
  return actor
}

describe('over a real connection', () => {
  it('signs staff in, more than once within the same half minute', async () => {
    await sample.addStaff('li-wei', 'inspector')
    const staff = { companyId: sample.companyId, staffId: 'li-wei', login: 'li-wei', password: samplePassword }
    const { totpSecret } = getAccepted(await sample.accounts.createStaffAccount(staff))
    const cookies = [
      await signInStaff(server.url, { ...staff, totpSecret }),
      await signInStaff(server.url, { ...staff, totpSecret }),
    ]
    expect(new Set(cookies).size).toBe(2)
    for (const cookie of cookies) expect(await whoAmI(cookie)).toMatchObject({ staffId: 'li-wei' })
  })

  it('says why not', async () => {
    await expect(
      signInStaff(server.url, { login: 'nobody', password: 'x', totpSecret: 'MZXW6' }),
    ).rejects.toMatchObject({ status: 401, code: 'sign-in-failed' })
  })

  it('signs a customer in', async () => {
    const readCode = async (phone: string) => sample.codes.get(phone) ?? ''
    expect(await whoAmI(await signInCustomer(server.url, { phone: '13900000001', readCode }))).toMatchObject({
      phone: '13900000001',
    })
  })
})
