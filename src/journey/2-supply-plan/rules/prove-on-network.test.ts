import { describe, expect, it } from 'vitest'
import type { RuleCheck } from '#power'
import { networkChecks } from './prove-on-network.ts'

const rule = (name: string, verdict: RuleCheck['verdict'], value: number | null, isHard = true): RuleCheck => ({
  rule: name,
  at: 'somewhere',
  value,
  limit: 0.8,
  comparison: '<=',
  unit: '',
  source: '接入规则',
  confidence: 'F',
  isHard,
  verdict,
})
const plan = { sources: [{ sourceNumber: 2 }] } as never

describe('a plan proved on the network', () => {
  it('has one check for each hard rule and source: of several places the one that fails', () => {
    const sources = [
      [
        rule('proof.faultLevel', 'holds', 0.5),
        rule('proof.faultLevel', 'fails', 0.90004),
        rule('access.usersPerFeeder', 'unknown', null),
        rule('access.feederLoss', 'fails', 9, false),
      ],
    ]
    expect(networkChecks(plan, { sources })).toEqual([
      { check: 'source.2.faultLevel', number: 0.9, limit: 0.8, source: '接入规则', verdict: 'failed' },
      { check: 'source.2.usersPerFeeder', number: null, limit: 0.8, source: '接入规则', verdict: 'unknown' },
    ])
  })

  it('goes on as before where there is no network', () => {
    expect(networkChecks(plan, undefined)).toEqual([])
  })
})
