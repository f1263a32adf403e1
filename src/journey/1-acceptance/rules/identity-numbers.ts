/** Weights and check characters of the resident identity number, GB 11643-1999 (ISO 7064 MOD 11-2). */
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idChecks = '10X98765432'

/** What is wrong with a resident identity number (居民身份证号码); undefined: its shape, birth date and check digit hold. */
export function faultOfIdNumber(text: string): 'id-shape' | 'id-birth-date' | 'id-check-digit' | undefined {
  const id = text.toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return 'id-shape'
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  const time = Date.parse(`${birth}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== birth) return 'id-birth-date'
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return idChecks[sum % 11] === id[17] ? undefined : 'id-check-digit'
}

/** Characters and weights of the unified social credit code, GB 32100-2015 (MOD 31). */
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** What is wrong with a unified social credit code (统一社会信用代码); undefined: shape and check character hold. */
export function faultOfCreditCode(text: string): 'credit-code-shape' | 'credit-code-check' | undefined {
  const code = text.toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'credit-code-shape'
  const sum = creditWeights.reduce(
    (total, weight, index) => total + weight * creditCharacters.indexOf(code[index] ?? ''),
    0,
  )
  const check = creditCharacters[(31 - (sum % 31)) % 31]
  return check === code[17] ? undefined : 'credit-code-check'
}

/** A passport or permanent residence number: only its shape can be judged. */
export function faultOfPassport(text: string): 'passport-shape' | undefined {
  return /^[A-Z0-9]{5,18}$/.test(text.toUpperCase()) ? undefined : 'passport-shape'
}

/** As it may be shown: first four and last two characters. */
export function maskNumber(text: string): string {
  return text.length <= 6
    ? '*'.repeat(text.length)
    : `${text.slice(0, 4)}${'*'.repeat(text.length - 6)}${text.slice(-2)}`
}
