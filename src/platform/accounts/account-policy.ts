import { readFileSync } from 'node:fs'
import { z } from 'zod'

const names = [
  'passwordMinLength',
  'passwordMaxLength',
  'passwordKinds',
  'staffFailuresBeforeLock',
  'staffLockSeconds',
  'staffIdleSeconds',
  'staffSessionSeconds',
  'customerIdleSeconds',
  'customerSessionSeconds',
  'codeValidSeconds',
  'codeTries',
  'codesPerPhoneShort',
  'codesPerPhoneDay',
  'codesPerAddressHour',
  'signInsPerAddress',
  'setupValidSeconds',
] as const

/** Numbers of standards/security/account-policy.json by name; each row there has its unit and source. */
export type AccountPolicy = Readonly<Record<(typeof names)[number], number>>

const policyFile = z.object({
  rows: z.array(
    z.object({
      name: z.enum(names),
      value: z.number().int().positive(),
      unit: z.string(),
      validFrom: z.iso.date(),
      source: z.string().min(1),
      confidence: z.enum(['law', 'standard', 'practice', 'ours']),
    }),
  ),
})

const shipped = new URL('../../../standards/security/account-policy.json', import.meta.url)

/** The policy in force on a day (`2026-03-02`); throws where a value is missing for that day. */
export function readAccountPolicy(day: string, text: string = readFileSync(shipped, 'utf8')): AccountPolicy {
  const { rows } = policyFile.parse(JSON.parse(text))
  const entries = names.map((name) => {
    const begun = rows
      .filter((row) => row.name === name && row.validFrom <= day)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    const [row] = begun
    if (row === undefined) throw new Error(`no account policy value ${name} on ${day}`)
    return [name, row.value] as const
  })
  return Object.fromEntries(entries) as AccountPolicy
}
