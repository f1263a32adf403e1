import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getAccepted, type Json, plainDate } from '#kernel'
import { formNotices } from './form-notices.ts'

const library = JSON.parse(readFileSync('standards/documents/notices.json', 'utf8')) as { forms: Record<string, Json> }
const values = { validUntil: '2027-11-23', extensionDays: 10, servicePhone: '0575-1234567', supervisionPhone: '12398' }
const today = plainDate('2026-11-23')

describe('the notices of a form', () => {
  it.each(Object.keys(library.forms))('%s are complete in both languages', (form) => {
    for (const language of ['zh', 'en'] as const) {
      const texts = getAccepted(formNotices(library, form, language, today, values))
      expect(texts.length).toBeGreaterThan(0)
      for (const text of texts) expect(text).not.toMatch(/[{}]|^$/)
    }
  })

  it('carry the values given and name the missing ones', () => {
    expect(getAccepted(formNotices(library, 'plan-reply-hv', 'zh', today, values))[0]).toContain('有效期至 2027-11-23')
    expect(formNotices(library, 'plan-reply-hv', 'zh', today)).toMatchObject({
      ok: false,
      refusal: {
        code: 'notices-incomplete',
        data: { names: expect.arrayContaining(['validUntil', 'extensionDays', 'servicePhone']) },
      },
    })
  })

  it('begin on their day', () => {
    const dated = {
      forms: {
        slip: [
          { zh: '旧', en: 'old', from: '2020-01-01', to: '2026-01-01' },
          { zh: '新', en: 'new', from: '2026-01-01' },
        ],
      },
    }
    expect(getAccepted(formNotices(dated, 'slip', 'zh', plainDate('2025-12-31')))).toEqual(['旧'])
    expect(getAccepted(formNotices(dated, 'slip', 'zh', plainDate('2026-01-01')))).toEqual(['新'])
  })

  it('are none where nothing is published for the form', () => {
    expect(getAccepted(formNotices(library, 'nowhere', 'zh', today))).toEqual([])
    expect(getAccepted(formNotices(undefined, 'fee-notice', 'zh', today))).toEqual([])
  })

  it('never name or suggest a firm: who chooses is said on every form that leads to works', () => {
    for (const form of ['plan-reply-hv', 'plan-reply-lv', 'one-time-notice', 'rectification-notice']) {
      expect(getAccepted(formNotices(library, form, 'zh', today, values)).join()).toContain('自主选择')
    }
  })
})
