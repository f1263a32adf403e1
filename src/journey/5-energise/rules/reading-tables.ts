import type { MeterReadings, RemovedMeter } from '#casefile/form-shapes'

const kwh = (value: number | undefined) => (value === undefined ? '—' : value.toFixed(2))

const cells = ({ totalKwh, sharpKwh, peakKwh, flatKwh, valleyKwh }: MeterReadings) =>
  [totalKwh, sharpKwh, peakKwh, flatKwh, valleyKwh].map(kwh)
const head = ['电能表编号', '总', '尖', '峰', '平', '谷']
const align = ['left', 'right', 'right', 'right', 'right', 'right'] as const

/** What the registers show when a meter is hung. */
export const firstReadingsTable = (
  meters: readonly { readonly meterNumber: string; readonly readings: MeterReadings }[],
) => ({
  kind: 'table' as const,
  title: '起始示数（kWh）',
  head,
  align,
  rows: meters.map(({ meterNumber, readings }) => [meterNumber, ...cells(readings)]),
})

/** What the registers showed last when a meter was taken off. */
export const lastReadingsTable = (title: string, removed: readonly RemovedMeter[]) => ({
  kind: 'table' as const,
  title,
  head: [...head, '封印', '备注'],
  align: [...align, 'left', 'left'] as const,
  rows: removed.map(({ meterNumber, lastReadings, sealsIntact, remark }) => [
    meterNumber,
    ...cells(lastReadings),
    sealsIntact ? '完好' : '已破损',
    remark || '—',
  ]),
})
