import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { networkRuleNames, networkRulesAt } from './network-rule-names.ts'

/** Names of rules as the engine's files write them. */
const written = ['access-checks', 'quality-checks', 'low-voltage-checks', 'phase-balance', 'combine', 'draft-plans']
  .map((file) => `src/power/plan/${file}.ts`)
  .concat('src/power/quality/harmonics.ts', 'src/power/quality/voltage-change.ts')
  .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/rule: '([\w.-]+)'/g)].map((match) => match[1] ?? ''))

describe('names of the rules of the network', () => {
  it('every rule of the engine has one', () => {
    expect(new Set(written).size).toBeGreaterThan(20)
    const asked = ['double-source', 'double-circuit'].map((kind) => `sources.${kind}`)
    expect([...written, ...asked].filter((rule) => !networkRuleNames[rule])).toEqual([])
  })
  it('a reason can be given for those of the voltage', () => {
    expect(networkRulesAt(10)).toEqual(expect.arrayContaining(['spareBays', 'harmonicCurrent']))
    expect(networkRulesAt(0.38)).toEqual(expect.arrayContaining(['publicTransformerLoading', 'lineAmpacity']))
    expect(networkRulesAt(0.38)).not.toContain('spareBays')
  })
})
