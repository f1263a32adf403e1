import { describe, expect, it } from 'vitest'
import { createCatalogue } from './catalogue.ts'
import { faultMessages } from './fault-messages.ts'
import { pickLanguage } from './language.ts'
import { refusalMessages } from './refusal-messages.ts'

describe('pickLanguage', () => {
  it.each([
    [undefined, undefined, 'zh-CN'],
    ['en-GB,en;q=0.9', undefined, 'en'],
    ['fr-FR, zh;q=0.5, en;q=0.4', undefined, 'zh-CN'],
    ['zh-CN;q=0.1, en;q=0.8', undefined, 'en'],
    ['en;q=0, de', undefined, 'zh-CN'],
    ['zh-CN', 'en', 'en'],
    ['en', 'klingon', 'en'],
    [';;,q=;', undefined, 'zh-CN'],
  ] as const)('%s with cookie %s → %s', (header, cookie, language) => {
    expect(pickLanguage(header, cookie)).toBe(language)
  })
})

describe('createCatalogue', () => {
  const catalogue = createCatalogue([refusalMessages, faultMessages])

  it('fills in data, and shows a dash for what is not known', () => {
    expect(catalogue.find('task-taken', 'en', { name: 'Zhou Lan' })).toBe('This task was already taken by Zhou Lan.')
    expect(catalogue.find('task-taken', 'zh-CN')).toBe('该工单已由–领取。')
    expect(catalogue.find('unknown-field', 'en', { keys: ['a', 'b'] })).toBe('There is no such field: a, b.')
  })

  it('says nothing for a code without a message', () => {
    expect(catalogue.find('no-such-code', 'en')).toBeUndefined()
    expect(catalogue.findStatus('no-such-code')).toBeUndefined()
  })

  it('refuses the same code twice', () => {
    expect(() => createCatalogue([refusalMessages, { stale: { 'zh-CN': 'x', en: 'x' } }])).toThrow('"stale"')
  })

  it('uses the same places in both languages', () => {
    for (const [code, message] of Object.entries({ ...refusalMessages, ...faultMessages })) {
      const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
      expect(places(message.en), code).toEqual(places(message['zh-CN']))
    }
  })
})
