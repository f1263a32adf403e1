import type { CaseFile, DocumentOrder } from '#casefile'
import { accountNumberOf } from '#journey/contract'
import { clockTime, lastReadingsTable } from '#journey/energise'
import type { PlainDate } from '#kernel'
import type { TakeBackMeters } from '../api.ts'
import type { SwitchedOff } from './temporary-standing.ts'

/** 拆表单: what was taken off, with the readings the last bill is made of. */
export function removalOrder(file: CaseFile, form: TakeBackMeters, off: SwitchedOff, today: PlainDate): DocumentOrder {
  const { profile } = file.state
  return {
    kind: 'meter-removal-order',
    name: '拆表单',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '停电拆表单',
      number: `${profile.caseNumber}-R`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '户号', value: accountNumberOf(file) },
              { label: '户名', value: profile.customerName },
            ],
            [{ label: '用电地址', value: profile.address }],
            [
              { label: '停电时间', value: clockTime(off.switchedOffAt) },
              { label: '拆除接火时间', value: clockTime(off.removedAt) },
            ],
            [
              { label: '拆表时间', value: clockTime(form.takenAt) },
              { label: '拆表人员', value: form.takenBy },
            ],
            [{ label: '交回', value: form.returnedTo }],
          ],
        },
        lastReadingsTable('最后示数（kWh）', form.removedMeters),
        { kind: 'signatures', parties: [{ role: '拆表人员', name: form.takenBy }, { role: '客户' }] },
      ],
    },
  }
}
