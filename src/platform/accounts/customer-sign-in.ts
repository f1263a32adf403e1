import type { Actor } from '#casefile/actor'
import { accept, type Result, refuse } from '#kernel'
import { isPhone, readPhone } from './account-names.ts'
import { countAttempts } from './attempt-limits.ts'
import { askLibrary } from './library-answer.ts'
import type { SignInParts, SignInStep } from './sign-in-parts.ts'

const faultyPhone = refuse({ code: 'faulty-input', faults: [{ path: 'phone', code: 'phone-form' }] })

/** Sends a code to a phone, not more often than the policy allows per phone and per address (ASVS 6.6.3). */
export async function sendCustomerCode(
  parts: SignInParts,
  ip: string,
  typed: string,
): Promise<Result<SignInStep<{ ok: true; validSeconds: number }>>> {
  const { database, policy } = parts
  const phone = readPhone(typed)
  if (!isPhone(phone)) return faultyPhone
  const rules = [
    { key: `code:ip:${ip}`, most: policy.codesPerAddressHour, seconds: 3600 },
    { key: `code:phone-short:${phone}`, most: policy.codesPerPhoneShort, seconds: 600 },
    { key: `code:phone-day:${phone}`, most: policy.codesPerPhoneDay, seconds: 86_400 },
  ]
  const counted = await countAttempts(database, rules, new Date())
  if (!counted.ok) return counted
  const sent = await askLibrary(() =>
    parts.library.api.sendPhoneNumberOTP({ body: { phoneNumber: phone }, returnHeaders: true }),
  )
  return sent.ok ? accept({ body: { ok: true, validSeconds: policy.codeValidSeconds }, cookies: [] }) : sent
}

/** Signs in with the code; whoever holds the phone for the first time gets an account. */
export async function verifyCustomerCode(
  parts: SignInParts,
  headers: Headers,
  ip: string,
  typed: string,
  code: string,
): Promise<Result<SignInStep<{ ok: true }>>> {
  const phoneNumber = readPhone(typed)
  if (!isPhone(phoneNumber)) return faultyPhone
  const counted = await countAttempts(
    parts.database,
    [{ key: `sign-in:ip:${ip}`, most: parts.policy.signInsPerAddress, seconds: 600 }],
    new Date(),
  )
  if (!counted.ok) return counted
  const body = { phoneNumber, code }
  const answer = await askLibrary(() => parts.library.api.verifyPhoneNumber({ body, headers, returnHeaders: true }))
  if (!answer.ok) {
    parts.note({ code: answer.refusal.code })
    return answer
  }
  const { token, user } = answer.value.body
  if (token === null) return refuse({ code: 'sign-in-failed' })
  await parts.sessions.begin(token, 'customer')
  parts.note({ code: 'signed-in', accountId: user.id })
  return accept({ body: { ok: true }, cookies: answer.value.cookies })
}

/** Moves the account of a signed-in customer to a new phone, with the code that was sent there. The customer's key stays. */
export async function changeCustomerPhone(
  parts: SignInParts,
  headers: Headers,
  actor: Actor | undefined,
  typed: string,
  code: string,
): Promise<Result<SignInStep<{ ok: true }>>> {
  if (actor === undefined) return refuse({ code: 'not-signed-in' })
  if (actor.kind !== 'customer') return refuse({ code: 'no-right' })
  const phoneNumber = readPhone(typed)
  if (!isPhone(phoneNumber)) return faultyPhone
  const body = { phoneNumber, code, updatePhoneNumber: true }
  const answer = await askLibrary(() => parts.library.api.verifyPhoneNumber({ body, headers, returnHeaders: true }))
  if (!answer.ok) return answer
  await parts.sessions.forget(actor.customerKey)
  return accept({ body: { ok: true }, cookies: answer.value.cookies })
}
