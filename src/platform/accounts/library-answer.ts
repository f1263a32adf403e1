import { APIError } from 'better-auth/api'
import { accept, type Refusal, type Result, refuse } from '#kernel'

/** Codes of the account library, and what they are called here. */
const refusalOf: Readonly<Record<string, string>> = {
  INVALID_USERNAME_OR_PASSWORD: 'sign-in-failed',
  INVALID_CODE: 'code-wrong',
  INVALID_OTP: 'code-wrong',
  OTP_NOT_FOUND: 'code-expired',
  OTP_EXPIRED: 'code-expired',
  TOO_MANY_ATTEMPTS: 'too-many-code-tries',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-many-code-tries',
  ACCOUNT_TEMPORARILY_LOCKED: 'login-locked',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in-step-missing',
  TOTP_NOT_ENABLED: 'sign-in-failed',
  PHONE_NUMBER_EXIST: 'phone-taken',
  FAILED_TO_CREATE_SESSION: 'sign-in-failed',
}

/** What the library answered to one call, and the cookies it wants set. */
export interface LibraryAnswer<T> {
  readonly body: T
  readonly cookies: readonly string[]
}

/**
 * Calls the library; an answer it refuses with comes out as a refusal of ours, anything unknown as the error it is.
 * `call` must ask for the headers: `{ returnHeaders: true }`.
 */
export async function askLibrary<T>(
  call: () => Promise<{ headers: Headers; response: T }>,
  whenLocked: Refusal['data'] = {},
): Promise<Result<LibraryAnswer<T>>> {
  try {
    const { headers, response } = await call()
    return accept({ body: response, cookies: headers.getSetCookie() })
  } catch (error) {
    const code = error instanceof APIError ? error.body?.code : undefined
    const known = code === undefined ? undefined : refusalOf[code]
    if (known === undefined) throw error
    return refuse({ code: known, ...(known === 'login-locked' && { data: whenLocked }) })
  }
}
