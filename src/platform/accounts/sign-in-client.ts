import { computeCode } from './one-time-code.ts'

/** What signing in needs of a member of staff; the rows of accounts.json fit. */
export interface StaffCredentials {
  readonly login: string
  readonly password: string
  /** Base32. */
  readonly totpSecret: string
}

export class SignInRefused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(`${code} (${status}): ${message}`)
    this.name = 'SignInRefused'
    this.status = status
    this.code = code
  }
}

interface Reply {
  readonly cookies: readonly string[]
}

/**
 * Signs a member of staff in over HTTP; gives the value of a `cookie` header. A code counts once, so who signs in again
 * within the same half minute is given the code of the neighbouring half minutes, and after that has to wait for the next.
 */
export async function signInStaff(baseUrl: string, { login, password, totpSecret }: StaffCredentials): Promise<string> {
  const first = await post(baseUrl, '/api/auth/staff/sign-in', { login, password }, '')
  const step = first.cookies.join('; ')
  const periodMs = 30_000
  for (let round = 0; round < 4; round += 1) {
    for (const shift of [0, periodMs, -periodMs]) {
      const code = computeCode(totpSecret, Date.now() + shift)
      const second = await post(baseUrl, '/api/auth/staff/verify-code', { code }, step).catch(unlessUsed)
      if (second) return second.cookies.filter((cookie) => cookie.includes('session_token=')).join('; ')
    }
    await new Promise((resolve) => setTimeout(resolve, periodMs - (Date.now() % periodMs) + 200))
  }
  throw new SignInRefused(409, 'code-used', 'no unused code was left')
}

function unlessUsed(error: unknown): undefined {
  if (error instanceof SignInRefused && error.code === 'code-used') return undefined
  throw error
}

export interface CustomerCredentials {
  readonly phone: string
  /** Reads the code that was just sent to the phone, from the outbox folder for instance. */
  readCode(phone: string): Promise<string>
}

/** Signs a customer in over HTTP, by a code sent to the phone; gives the value of a `cookie` header. */
export async function signInCustomer(baseUrl: string, { phone, readCode }: CustomerCredentials): Promise<string> {
  await post(baseUrl, '/api/auth/customer/send-code', { phone }, '')
  const code = await readCode(phone)
  const reply = await post(baseUrl, '/api/auth/customer/verify-code', { phone, code }, '')
  return reply.cookies.filter((cookie) => cookie.includes('session_token=')).join('; ')
}

async function post(baseUrl: string, path: string, body: unknown, cookie: string): Promise<Reply> {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en', ...(cookie && { cookie }) }
  const response = await fetch(new URL(path, baseUrl), { method: 'POST', headers, body: JSON.stringify(body) })
  const answer: { code?: string; message?: string } = await response.json()
  if (!response.ok) throw new SignInRefused(response.status, answer.code ?? 'unknown', answer.message ?? '')
  return { cookies: response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '') }
}
