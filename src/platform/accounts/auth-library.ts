import { betterAuth } from 'better-auth'
import { phoneNumber } from 'better-auth/plugins/phone-number'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import { newId } from '#kernel'
import type { AccountDatabase } from './account-database.ts'
import { isLogin, isPhone } from './account-names.ts'
import type { AccountPolicy } from './account-policy.ts'

export interface AuthLibraryParts {
  readonly database: AccountDatabase
  readonly policy: AccountPolicy
  /** Signs cookies and encrypts authenticator secrets; the same for every process on one database. */
  readonly secret: string
  /** People reach us by https: cookies are marked secure and named `__Secure-…`. */
  readonly secure: boolean
  sendCode(phone: string, code: string): Promise<void>
  /** Takes down what went wrong inside the library. */
  note(detail: string): void
  /** The company a customer belongs to who signs in for the first time. */
  customerCompany(): Promise<string>
}

export const cookiePrefix = 'tongdian'

/** An address for the library's sake: `.invalid` never resolves (RFC 2606). */
export const addressOf = (accountId: string): string => `${accountId}@accounts.invalid`

/**
 * better-auth, set up for two kinds of people: staff by login, password and authenticator; customers by phone and code.
 * Its own HTTP routes are not served: sign-in-routes.ts calls the few functions we use, so nothing else can be reached.
 * Rate limits, lockout and session lifetimes are ours (attempt-limits.ts, sessions.ts); passwords are hashed by the library
 * with scrypt (N 16384, r 16, p 1, 64 bytes, 16 bytes of salt; OWASP asks for N 2^17 r 8 p 1 or an equal such as this).
 */
export function createAuthLibrary(parts: AuthLibraryParts) {
  const { database, policy } = parts
  return betterAuth({
    appName: 'Tongdian 通电',
    baseURL: parts.secure ? 'https://localhost' : 'http://localhost',
    basePath: '/api/auth',
    secret: parts.secret,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => parts.note([message, ...details].map(String).join(' ')),
    },
    rateLimit: { enabled: false },
    session: {
      expiresIn: Math.max(policy.staffSessionSeconds, policy.customerSessionSeconds),
      disableSessionRefresh: true,
    },
    user: {
      additionalFields: {
        // Required all the same: by the table, after the hook below has filled them in.
        kind: { type: 'string', required: false, input: false },
        companyId: { type: 'string', required: false, input: false },
        staffId: { type: 'string', required: false, input: false },
        active: { type: 'boolean', required: true, input: false, defaultValue: true },
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: parts.secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // The caller's address is not kept (personal data without a use); requests from other sites are refused in http/same-origin.ts.
      ipAddress: { disableIpTracking: true },
      disableCSRFCheck: true,
      database: { generateId: () => newId(Date.now()) },
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({
            data: { ...user, kind: 'customer', companyId: await parts.customerCompany(), active: true },
          }),
        },
      },
      session: {
        create: { before: async (session) => ((await isActive(database, session.userId)) ? undefined : false) },
      },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 2, maxUsernameLength: 64, usernameValidator: isLogin }),
      twoFactor({
        issuer: 'Tongdian 通电',
        trustDeviceMaxAge: 0,
        accountLockout: { maxFailedAttempts: policy.staffFailuresBeforeLock, durationSeconds: policy.staffLockSeconds },
      }),
      phoneNumber({
        otpLength: 6,
        expiresIn: policy.codeValidSeconds,
        allowedAttempts: policy.codeTries,
        phoneNumberValidator: isPhone,
        sendOTP: ({ phoneNumber: phone, code }) => parts.sendCode(phone, code),
        signUpOnVerification: { getTempEmail: (phone) => addressOf(phone), getTempName: () => '' },
      }),
    ],
  })
}

export type AuthLibrary = ReturnType<typeof createAuthLibrary>

async function isActive(database: AccountDatabase, userId: string): Promise<boolean> {
  const row = await database.selectFrom('user').select('active').where('id', '=', userId).executeTakeFirst()
  return row?.active === true
}
