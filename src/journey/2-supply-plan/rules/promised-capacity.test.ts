import { describe, expect, it } from 'vitest'
import { oneSource, samplePlan, secondSource } from '../../../../tests/sample-plan.ts'
import { preconditionSection } from './plan-reply-tables.ts'
import { promisedCapacity } from './promised-capacity.ts'

describe('capacity that a reply promises', () => {
  it('is what comes on top of what is there, with the load moved first', () => {
    const plan = {
      ...samplePlan,
      sources: [{ ...oneSource, existingKva: 315 }, secondSource],
      preconditions: [
        {
          sourceNumber: 2,
          kind: 'load-transfer' as const,
          to: '10kV 学府线',
          kva: 900,
          closeSwitch: 'K1',
          openSection: 'S3',
        },
        { sourceNumber: 1, kind: 'feeder-move' as const, to: 'Ⅱ段', kva: 2100 },
      ],
    }
    expect(promisedCapacity(plan)).toMatchObject([
      { capacityKva: 315, isPresent: true, move: { toBusSection: 'Ⅱ段', kva: 2100 } },
      { capacityKva: 400, transfer: { toFeeder: '10kV 学府线', kva: 900 } },
    ])
    // The customer reads it as the company's own work, without a price.
    const text = JSON.stringify(preconditionSection(plan))
    expect(text).toContain('先将所在线路约 900 kVA 负荷转移至10kV 学府线')
    expect(text).toContain('由供电公司实施并承担费用')
    expect(preconditionSection(samplePlan)).toEqual([])
  })
})
