import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { loadStandards } from './load-standards.ts'
import { readShippedStandards } from './shipped-standards.ts'
import type { StandardVersion } from './standard-version.ts'

const shipped: readonly StandardVersion[] = readShippedStandards('standards').map((text) => ({
  ...text,
  version: 1,
  contentHash: '',
  sourceNote: '',
  publishedAt: '',
  publishedBy: '',
  effectiveFrom: '2020-01-01',
}))

describe('the shipped standards', () => {
  it('load without a fault', async () => {
    const standards = getAccepted(await loadStandards(shipped))
    const today = plainDate('2026-03-02')
    for (const variant of ['lv-standard', 'lv-short', 'hv-standard', 'hv-short']) {
      expect(standards.process(variant, today)?.graph.tasks.length).toBeGreaterThan(10)
    }
    const limits = getAccepted(
      standards.decide('limits', { limitClass: 'resident', node: 'whole', greenChannel: false }, today),
    )
    expect(limits.map((row) => row.outputs.workingDays)).toContain(5)
  })

  it('let a newer version with another row change the answer from its date on', async () => {
    const old = shipped.find((text) => text.name === 'notice-settings')
    if (!old) throw new Error('notice-settings is not shipped')
    const content = old.content.replace('<text>2</text>', '<text>3</text>')
    const newer = { ...old, content, version: 2, effectiveFrom: '2026-04-01' }
    const standards = getAccepted(await loadStandards([...shipped, newer]))
    expect(standards.setting('warn-working-days-before-due', plainDate('2026-03-31'))).toBe(2)
    expect(standards.setting('warn-working-days-before-due', plainDate('2026-04-01'))).toBe(3)
  })
})
