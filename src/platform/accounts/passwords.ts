import { accept, type Fault, type Result, refuse } from '#kernel'
import type { AccountPolicy } from './account-policy.ts'

/** Small and capital letters, letters that are neither (Chinese), digits, other signs. */
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Lo}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]

/** Is this a password the policy lets a person have? `path` is the field that the faults name. */
export function checkPassword(password: string, login: string, policy: AccountPolicy, path: string): Result<void> {
  const length = [...password].length
  const faults: Fault[] = []
  if (length < policy.passwordMinLength)
    faults.push({ path, code: 'too-short', data: { minimum: policy.passwordMinLength } })
  if (length > policy.passwordMaxLength)
    faults.push({ path, code: 'too-long', data: { maximum: policy.passwordMaxLength } })
  if (isGuessable(password, login)) faults.push({ path, code: 'password-guessable' })
  if (kinds.filter((kind) => kind.test(password)).length < policy.passwordKinds) {
    faults.push({ path, code: 'password-kinds', data: { kinds: policy.passwordKinds } })
  }
  return faults.length === 0 ? accept(undefined) : refuse({ code: 'faulty-input', faults })
}

/** Holds the login, is one or two characters over and over, or is a run along the alphabet or the number row. */
function isGuessable(password: string, login: string): boolean {
  const lower = password.toLowerCase()
  if (login.length >= 3 && lower.includes(login)) return true
  if (new Set(lower).size <= 2) return true
  const codes = Array.from(lower, (char) => char.codePointAt(0) ?? 0)
  return [1, -1].some((step) => codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step))
}
