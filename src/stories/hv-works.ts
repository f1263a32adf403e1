import type { StoryCustomer } from './customers.ts'
import { uploadPaper } from './paper.ts'
import { builder } from './passages.ts'
import type { Player } from './player.ts'
import { handInSupplements } from './supplements.ts'

/** Design, review and concealed works of a customer's high-voltage installation. */
export async function submitDesign(player: Player, customer: StoryCustomer): Promise<void> {
  const file = await uploadPaper(player, customer.phone, '一次系统图', [customer.name])
  await player.do(customer.phone, 'submit-design-files', {
    designer: {
      name: '客户自选设计单位',
      licenceNumber: 'SJ-33-000456',
      licenceGrade: '电力行业丙级',
      licenceValidUntil: '2028-06-30',
    },
    designFiles: [
      { kind: 'single-line', drawingVersion: 'A1', file },
      { kind: 'metering', drawingVersion: 'A1', file },
    ],
    note: '',
  })
}

export async function reviewDesign(player: Player, designPassed = true): Promise<void> {
  const sheet = await player.prefill('ding-hao', 'review-design')
  const items = (sheet.items ?? []) as readonly { item: string }[]
  await player.do('ding-hao', 'review-design', {
    items: items.map((entry, index) => ({
      item: entry.item,
      result: !designPassed && index === 0 ? 'fail' : 'pass',
      note: !designPassed && index === 0 ? '进线保护整定值缺少计算书' : '',
    })),
    designPassed,
    opinion: designPassed ? '符合要求' : '补充后重新报送',
  })
}

export async function reportConcealedWorks(player: Player, customer: StoryCustomer, startedOn: string): Promise<void> {
  await handInSupplements(player, customer, ['works'])
  const photo = await uploadPaper(player, customer.phone, '接地网敷设', [customer.name])
  await player.do(customer.phone, 'report-concealed-works', {
    builder,
    startedOn,
    concealedReadyOn: player.today,
    photos: [photo],
    files: [],
    note: '',
  })
}

export const transformer = (capacityKva: number, quantity: number) => ({
  name: '油浸式变压器',
  model: `S20-M-${capacityKva}/10`,
  maker: '客户自选厂家',
  quantity,
  capacityKva,
})
