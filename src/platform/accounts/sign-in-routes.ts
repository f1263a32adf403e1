import { z } from 'zod'
import type { Actor } from '#casefile/actor'
import { accept, type Result, refuse } from '#kernel'
import { toFaults } from '../http/validation-faults.ts'
import type { Language } from '../i18n/index.ts'
import { changePassword } from './change-password.ts'
import { changeCustomerPhone, sendCustomerCode, verifyCustomerCode } from './customer-sign-in.ts'
import type { SignInParts, SignInStep } from './sign-in-parts.ts'
import type { StaffAccountParts } from './staff-accounts.ts'
import { beginSetup, confirmSetup } from './staff-setup.ts'
import { beginStaffSignIn, finishStaffSignIn } from './staff-sign-in.ts'

/** One request under /api/auth. */
export interface SignInRequest {
  readonly headers: Headers
  readonly ip: string
  readonly language: Language
  readonly actor: Actor | undefined
  readonly body: unknown
}

type Parts = SignInParts & StaffAccountParts
type Answer = Promise<Result<SignInStep<unknown>>>
type Route = (parts: Parts, request: SignInRequest) => Answer

const text = z.string().max(500)
const code = z.string().refine((typed) => /^\d{6}$/.test(typed), 'code-form')

/** A route that takes a body of this shape; every fault of it is named at once. */
function taking<S extends z.ZodType>(
  schema: S,
  work: (parts: Parts, request: SignInRequest, body: z.infer<S>) => Answer,
): Route {
  return async (parts, request) => {
    const parsed = schema.safeParse(request.body)
    if (!parsed.success) return refuse({ code: 'faulty-input', faults: toFaults(parsed.error.issues, request.body) })
    return await work(parts, request, parsed.data)
  }
}

const told = <T>(result: Result<T>): Result<SignInStep<T>> =>
  result.ok ? accept({ body: result.value, cookies: [] }) : result

async function signOut(parts: Parts, { headers }: SignInRequest): Answer {
  await parts.sessions.end(headers)
  const { headers: answered } = await parts.library.api.signOut({ headers, returnHeaders: true })
  return accept({ body: { ok: true }, cookies: answered.getSetCookie() })
}

/** Who is signed in, and as what; for the page's first question. */
const whoAmI: Route = async (_, { actor }) => accept({ body: { actor: actor ?? null }, cookies: [] })

/** Every route under /api/auth by method and path. What is not here does not exist. */
export const signInRoutes: Readonly<Record<string, Route>> = {
  'GET /api/auth/me': whoAmI,
  'POST /api/auth/sign-out': signOut,
  'POST /api/auth/staff/sign-in': taking(
    z.object({ login: text.min(1), password: text.min(1) }),
    (parts, { headers, ip }, body) => beginStaffSignIn(parts, headers, ip, body),
  ),
  'POST /api/auth/staff/verify-code': taking(z.object({ code }), (parts, { headers }, body) =>
    finishStaffSignIn(parts, headers, body.code),
  ),
  'POST /api/auth/staff/change-password': taking(
    z.object({ currentPassword: text.min(1), newPassword: text.min(1) }),
    (parts, { headers, actor }, body) => changePassword(parts, headers, actor, body),
  ),
  'POST /api/auth/setup': taking(z.object({ token: text.min(1), password: text.min(1) }), async (parts, _, body) =>
    told(await beginSetup(parts, body.token, body.password)),
  ),
  'POST /api/auth/setup/confirm': taking(z.object({ token: text.min(1), code }), async (parts, _, body) =>
    told(await confirmSetup(parts, body.token, body.code)),
  ),
  'POST /api/auth/customer/send-code': taking(z.object({ phone: text.min(1) }), (parts, { ip }, body) =>
    sendCustomerCode(parts, ip, body.phone),
  ),
  'POST /api/auth/customer/verify-code': taking(
    z.object({ phone: text.min(1), code }),
    (parts, { headers, ip }, body) => verifyCustomerCode(parts, headers, ip, body.phone, body.code),
  ),
  'POST /api/auth/customer/change-phone': taking(
    z.object({ phone: text.min(1), code }),
    (parts, { headers, actor }, body) => changeCustomerPhone(parts, headers, actor, body.phone, body.code),
  ),
}
