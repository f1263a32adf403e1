import type { MeterReadings } from '#casefile/form-shapes'
import type { SupplyPlan } from '#journey/supply-plan'
import type { Fault } from '#kernel'
import type { InstalledMeter, InstallMeter } from '../api.ts'

type Planned = SupplyPlan['metering'][number]

/** Everything wrong with an installation at once: against the plan's metering points, and in itself. */
export function faultsOfMetering(form: InstallMeter, planned: readonly Planned[], toleranceKwh: number): Fault[] {
  const installedOn = form.installedAt
  return [
    ...form.meters.flatMap((meter, index) => {
      const path = `meters.${index}`
      const point = planned.find((row) => row.point === meter.meteringPoint)
      return [
        ...(point
          ? faultsAgainstPlan(meter, point, path)
          : [{ path: `${path}.meteringPoint`, code: 'no-such-metering-point', data: { point: meter.meteringPoint } }]),
        ...faultsOfMeter(meter, installedOn, path),
        ...faultsOfReadings(meter.readings, toleranceKwh, `${path}.readings`),
      ]
    }),
    ...planned
      .filter((row) => !form.meters.some((meter) => meter.meteringPoint === row.point))
      .map(({ point }): Fault => ({ path: 'meters', code: 'metering-point-without-meter', data: { point } })),
    ...twice(form.meters.map((meter) => meter.meterNumber)).map(
      ({ value, index }): Fault => ({
        path: `meters.${index}.meterNumber`,
        code: 'meter-number-twice',
        data: { number: value },
      }),
    ),
    ...twice(form.meters.flatMap((meter) => meter.seals)).map(
      ({ value }): Fault => ({ path: 'meters', code: 'seal-number-twice', data: { number: value } }),
    ),
  ]
}

function faultsAgainstPlan(meter: InstalledMeter, point: Planned, path: string): Fault[] {
  const faults: Fault[] = []
  if (!sameRatio(meter.ctRatio, point.ctRatio)) {
    const data = { planned: point.ctRatio ?? '直接接入', installed: meter.ctRatio ?? '直接接入' }
    faults.push({ path: `${path}.ctRatio`, code: 'ct-ratio-differs', data })
  }
  if (Number.parseFloat(meter.accuracyClass) > Number.parseFloat(point.accuracyClass)) {
    const data = { planned: point.accuracyClass, installed: meter.accuracyClass }
    faults.push({ path: `${path}.accuracyClass`, code: 'accuracy-class-worse', data })
  }
  return faults
}

/** `50/5` and `50.0/5` are the same; none and none too. */
export function sameRatio(a: string | undefined, b: string | undefined): boolean {
  const numbers = (ratio: string | undefined) => (ratio ?? '').split('/').map(Number).join('/')
  return numbers(a) === numbers(b)
}

function faultsOfMeter(meter: InstalledMeter, installedAt: string, path: string): Fault[] {
  const faults: Fault[] = []
  if (Date.parse(`${meter.verifiedOn}T00:00:00+08:00`) > Date.parse(installedAt)) {
    faults.push({ path: `${path}.verifiedOn`, code: 'verified-after-installation' })
  }
  if (meter.ctRatio && !meter.ctPolarityChecked)
    faults.push({ path: `${path}.ctPolarityChecked`, code: 'ct-polarity-unchecked' })
  if (!meter.wiringCorrect) faults.push({ path: `${path}.wiringCorrect`, code: 'wiring-wrong' })
  if (meter.seals.length === 0) faults.push({ path: `${path}.seals`, code: 'seals-missing' })
  return faults
}

/** The periods must add up to the total, as far as the registers' last figures allow. */
export function faultsOfReadings(readings: MeterReadings, toleranceKwh: number, path: string): Fault[] {
  const { totalKwh, sharpKwh = 0, peakKwh, flatKwh, valleyKwh } = readings
  const sumKwh = Math.round((sharpKwh + peakKwh + flatKwh + valleyKwh) * 1000) / 1000
  const differenceKwh = Math.round(Math.abs(totalKwh - sumKwh) * 1000) / 1000
  if (differenceKwh <= toleranceKwh) return []
  return [{ path: `${path}.totalKwh`, code: 'readings-do-not-add-up', data: { totalKwh, sumKwh, toleranceKwh } }]
}

/** Values met before, with the place of the repetition. */
function twice(values: readonly string[]): { value: string; index: number }[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ value, index }] : []))
}
