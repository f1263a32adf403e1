import { describe, expect, it } from 'vitest'
import { oneSource, samplePlan, secondSource } from '../../../../tests/sample-plan.ts'
import { drawSingleLine } from './draw-single-line.ts'
import { singleLineOfPlan } from './single-line-of-plan.ts'

const named = { substation: 'Sample', busSection: 'I', incomer: 'A', feeder: 'F1', accessPoint: 'R3' }
const plan = {
  ...samplePlan,
  ownGeneratorKw: 120,
  transformers: [{ capacityKva: 315, count: 2, mounting: 'room' as const }],
  sources: [
    { ...oneSource, ...named, conductor: 'YJV22' },
    { ...secondSource, ...named, conductor: 'YJV22' },
  ],
}

describe('the words of a single-line diagram', () => {
  it('are those of the page: Chinese in documents, English where the reader is', () => {
    const zh = drawSingleLine(singleLineOfPlan(plan, 'title'))
    for (const word of ['主供电源：', '产权分界点', '进线开关', '10kV用户母线']) expect(zh).toContain(word)
    const en = drawSingleLine(singleLineOfPlan(plan, 'title', 'en'))
    for (const word of ['Main: ', 'Demarcation point', 'Customer’s 10kV bus', 'Own generator'])
      expect(en).toContain(word)
    expect(en.replaceAll('；', '')).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
