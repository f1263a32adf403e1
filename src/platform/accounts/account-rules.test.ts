import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createCatalogue, faultMessages, refusalMessages } from '../i18n/index.ts'
import { accountMessages } from './account-messages.ts'
import { isLogin, isPhone, maskPhone, readPhone } from './account-names.ts'
import { readAccountPolicy } from './account-policy.ts'
import { writeAccountsFile } from './accounts-file.ts'
import { checkPassword } from './passwords.ts'
import { readServerSecret } from './server-secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongdian-accounts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const policy = readAccountPolicy('2026-11-23')

describe('checkPassword', () => {
  const codesOf = (password: string, rules = policy): readonly string[] => {
    const checked = checkPassword(password, 'zhou-lan', rules, 'password')
    return checked.ok ? [] : (checked.refusal.faults ?? []).map((fault) => fault.code)
  }
  it.each([
    ['correct horse battery', []],
    ['云栖送电要快也要稳当', []],
    ['short', ['too-short']],
    ['x'.repeat(129), ['too-long', 'password-guessable']],
    ['my-ZHOU-LAN-9', ['password-guessable']],
    ['abcdefghijkl', ['password-guessable']],
    ['9876543210', ['password-guessable']],
    ['ababababab', ['password-guessable']],
  ])('%s: %o', (password, codes) => expect(codesOf(password)).toEqual(codes))

  it('asks for kinds of character only where the policy does', () => {
    const strict = { ...policy, passwordKinds: 3 }
    expect(codesOf('correct horse battery', strict)).toEqual(['password-kinds'])
    expect(codesOf('Correct horse 1', strict)).toEqual([])
  })
})

describe('readAccountPolicy', () => {
  const row = {
    name: 'codeTries',
    value: 9,
    unit: 'wrong codes',
    validFrom: '2026-06-01',
    source: 'test',
    confidence: 'ours',
  }
  const shipped = JSON.parse(
    readFileSync(new URL('../../../standards/security/account-policy.json', import.meta.url), 'utf8'),
  )
  it('takes the latest row that has begun', () => {
    const text = JSON.stringify({ rows: [...shipped.rows, row] })
    expect(readAccountPolicy('2026-05-31', text).codeTries).toBe(5)
    expect(readAccountPolicy('2026-06-01', text).codeTries).toBe(9)
  })
  it('fails where a value is missing, or none has begun', () => {
    expect(() => readAccountPolicy('2026-06-01', JSON.stringify({ rows: [row] }))).toThrow('no account policy value')
    expect(() => readAccountPolicy('2025-12-31')).toThrow('no account policy value')
  })
})

describe('names', () => {
  it('reads a phone as people write it', () => {
    for (const typed of ['139 0000 0001', '+86 139-0000-0001', '008613900000001'])
      expect(readPhone(typed)).toBe('13900000001')
    expect(['13900000001', '12900000001', '1390000000', '１３９00000001'].map(isPhone)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(maskPhone('13900000001')).toBe('139****0001')
  })
  it('knows what a login is', () => {
    expect(['zhou.lan', 'ZL', 'a', '周兰', 'a b', 'x'.repeat(65)].map(isLogin)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('files of the data folder', () => {
  it('makes one secret, readable by its owner only, and keeps it', () => {
    const first = readServerSecret(folder, undefined)
    expect(first.length).toBeGreaterThanOrEqual(43)
    expect(readServerSecret(folder, undefined)).toBe(first)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readServerSecret(folder, 'x'.repeat(32))).toBe('x'.repeat(32))
    expect(() => readServerSecret(folder, 'short')).toThrow('at least 32')
  })
  it('writes the demonstration accounts, readable by their owner only', () => {
    const account = {
      login: 'a',
      name: '甲',
      roles: ['clerk'],
      role: 'clerk',
      unit: 'north',
      password: 'p',
      totpSecret: 'MZXW6',
    }
    writeAccountsFile(folder, [])
    const file = writeAccountsFile(folder, [account])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([account])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('messages', () => {
  it('say the same in both languages, and do not repeat those of the platform', () => {
    expect(() => createCatalogue([refusalMessages, faultMessages, accountMessages])).not.toThrow()
    for (const [code, message] of Object.entries(accountMessages)) {
      const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
      expect(places(message.en), code).toEqual(places(message['zh-CN']))
    }
  })
})
