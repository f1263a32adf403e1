import type { CaseFile, DocumentOrder } from '#casefile'
import type { PlainDate } from '#kernel'
import type { InstallMeter } from '../api.ts'
import { firstReadingsTable, lastReadingsTable } from './reading-tables.ts'
import { clockTime } from './step-times.ts'

/** 电能计量装接单 */
export function meterWorkOrder({ state }: CaseFile, form: InstallMeter, today: PlainDate): DocumentOrder {
  const { profile } = state
  return {
    kind: 'meter-work-order',
    name: '电能计量装接单',
    customerVisible: true,
    document: {
      language: 'zh',
      title: '电能计量装接单',
      number: `${profile.caseNumber}-M`,
      company: '',
      issuedOn: today,
      sections: [
        {
          kind: 'fields',
          rows: [
            [
              { label: '申请编号', value: profile.caseNumber },
              { label: '户名', value: profile.customerName },
            ],
            [{ label: '用电地址', value: profile.address }],
            [
              { label: '装接人员', value: form.installedBy },
              { label: '装接时间', value: clockTime(form.installedAt) },
            ],
            [
              { label: '采集终端', value: form.terminal.terminalNumber },
              { label: '终端状态', value: form.terminal.online ? '在线' : '未上线' },
            ],
          ],
        },
        {
          kind: 'table',
          title: '装出电能表和互感器',
          head: ['计量点', '电能表编号', '准确度等级', '检定日期', '检定证书', '互感器变比', '封印编号'],
          rows: form.meters.map((meter) => [
            String(meter.meteringPoint),
            meter.meterNumber,
            meter.accuracyClass,
            meter.verifiedOn,
            meter.certificateNumber,
            meter.ctRatio ?? '直接接入',
            meter.seals.join('、'),
          ]),
        },
        firstReadingsTable(form.meters),
        ...(form.removedMeters.length > 0
          ? [lastReadingsTable('拆回电能表和最后示数（kWh）', form.removedMeters)]
          : []),
        { kind: 'signatures', parties: [{ role: '装接人员', name: form.installedBy }, { role: '客户' }] },
      ],
    },
  }
}
