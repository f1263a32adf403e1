import { describe, expect, it } from 'vitest'
import { findBody } from '#casefile'
import { getAccepted } from '#kernel'
import { appendFacts, decideStep, goneBack, refusalOf, staffActor, takeStep } from '../../../tests/case-builder.ts'
import { meterForm, sampleMeter } from '../../../tests/sample-energising.ts'
import { plannedCase, samplePoint } from '../../../tests/sample-plan.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { installMeter } from './install-meter.ts'
import { gateOfMetering } from './rules/gate-metering.ts'
import { meterWorkOrder } from './rules/meter-work-order.ts'

const standards = await shippedStandards()
const crew = { actor: staffActor('meter-crew'), at: '2026-04-01T10:00:00+08:00', standards }
const planned = plannedCase()
const faultsFor = (changes: object, meter: object = {}) =>
  refusalOf(
    decideStep(planned, installMeter, { ...meterForm, meters: [{ ...sampleMeter, ...meter }], ...changes }, crew),
  )?.faults

describe('装表', () => {
  it('records meter, seals, readings and terminal, and issues the work order', () => {
    const outcome = getAccepted(decideStep(planned, installMeter, meterForm, crew))
    expect(outcome.facts[0]).toMatchObject({ type: 'meter-installed', happenedAt: '2026-04-01T01:00:00.000Z' })
    expect(outcome.staysOpen).toBeUndefined()
    expect(outcome.documents?.[0]?.kind).toBe('meter-work-order')
    expect(JSON.stringify(outcome.documents?.[0]?.document)).toContain('FY0010、FY0010B')
  })

  it('proposes the metering points of the plan', () => {
    const prefill = installMeter.prefill?.(planned, standards, '2026-04-01' as never, {} as never)
    expect(prefill).toEqual({ meters: [{ meteringPoint: 1, accuracyClass: '0.5S', ctRatio: '50/5' }] })
  })

  it('stays open while the terminal is not online', () => {
    const offline = { ...meterForm, terminal: { terminalNumber: 'ZD0010', online: false } }
    const outcome = getAccepted(decideStep(planned, installMeter, offline, crew))
    expect(outcome.staysOpen).toBe(true)
    expect(outcome.documents).toBeUndefined()
    const later = takeStep(takeStep(planned, installMeter, offline, crew), installMeter, meterForm, crew)
    expect(findBody(later, 'meter-installed')).toMatchObject({ terminal: { online: true } })
  })

  it('checks ratio and class against the plan', () => {
    expect(faultsFor({}, { ctRatio: '75/5', accuracyClass: '1' })).toEqual([
      'meters.0.ctRatio: ct-ratio-differs',
      'meters.0.accuracyClass: accuracy-class-worse',
    ])
    expect(faultsFor({}, { ctRatio: undefined })).toEqual(['meters.0.ctRatio: ct-ratio-differs'])
    expect(faultsFor({}, { ctRatio: '50.0/5', accuracyClass: '0.2S' })).toBeUndefined()
    expect(faultsFor({}, { meteringPoint: 2 })).toEqual([
      'meters.0.meteringPoint: no-such-metering-point',
      'meters: metering-point-without-meter',
    ])
  })

  it('names everything wrong with a meter at once', () => {
    const bad = { verifiedOn: '2026-04-02', ctPolarityChecked: false, wiringCorrect: false, seals: [] }
    expect(faultsFor({ installedAt: '2026-04-01T11:00:00+08:00' }, bad)).toEqual([
      'installedAt: time-in-the-future',
      'meters.0.verifiedOn: verified-after-installation',
      'meters.0.ctPolarityChecked: ct-polarity-unchecked',
      'meters.0.wiringCorrect: wiring-wrong',
      'meters.0.seals: seals-missing',
    ])
  })

  it('lets the periods differ from the total by the last figures only', () => {
    const readings = (totalKwh: number) => ({ readings: { totalKwh, peakKwh: 0.4, flatKwh: 0.5, valleyKwh: 0.3 } })
    expect(faultsFor({}, readings(1.22))).toBeUndefined()
    expect(faultsFor({}, readings(1.18))).toBeUndefined()
    expect(faultsFor({}, readings(1.23))).toEqual(['meters.0.readings.totalKwh: readings-do-not-add-up'])
    const sharp = { readings: { totalKwh: 1.5, sharpKwh: 0.3, peakKwh: 0.4, flatKwh: 0.5, valleyKwh: 0.3 } }
    expect(faultsFor({}, sharp)).toBeUndefined()
    expect(installMeter.form.safeParse({ ...meterForm, meters: [{ ...sampleMeter, ...readings(-1) }] }).success).toBe(
      false,
    )
  })

  it('takes each meter and each seal once', () => {
    const two = plannedCase({ plan: { metering: [samplePoint, { ...samplePoint, point: 2 }] } })
    const second = { ...sampleMeter, meteringPoint: 2 }
    const refused = decideStep(two, installMeter, { ...meterForm, meters: [sampleMeter, second] }, crew)
    expect(refusalOf(refused)?.faults).toEqual([
      'meters.1.meterNumber: meter-number-twice',
      'meters: seal-number-twice',
      'meters: seal-number-twice',
    ])
  })

  it('is refused without a plan, and after a return the meters are to be taken back', () => {
    const installed = takeStep(planned, installMeter, meterForm, crew)
    const back = goneBack(installed, ['draft-supply-plan', 'install-meter'], [installMeter])
    expect(findBody(back, 'meter-return-due')).toMatchObject({ meterNumbers: ['3310000010'], terminalNumber: 'ZD0010' })
    expect(findBody(back, 'meter-installed')).toBeUndefined()
    expect(refusalOf(decideStep(back, installMeter, meterForm, crew))?.code).toBe('no-plan-in-force')
  })

  describe('of an increase', () => {
    const existingSupply = {
      accountNumber: '0312000457',
      capacityKva: 315,
      voltageKv: 10,
      contractNumber: 'A-1',
      meters: [{ meterNumber: 'OLD-0001', ctRatio: '30/5' }],
    }
    const growing = appendFacts(planned, [{ type: 'existing-supply-recorded', body: { existingSupply } }])
    const lastReadings = { totalKwh: 900, peakKwh: 400, flatKwh: 300, valleyKwh: 200 }
    const removed = { meterNumber: 'OLD-0001', lastReadings, sealsIntact: true }
    const withMeters = (more: object) => decideStep(growing, installMeter, { ...meterForm, ...more }, crew)

    it('proposes to take off what does not fit the plan, and to keep what does', () => {
      const proposed = (file: typeof growing) =>
        installMeter.prefill?.(file, standards, '2026-04-01' as never, {} as never)
      expect(proposed(growing)).toMatchObject({ removedMeters: [{ meterNumber: 'OLD-0001' }] })
      const fits = { ...existingSupply, meters: [{ meterNumber: 'OLD-0002', ctRatio: '50.0/5' }] }
      const kept = proposed(
        appendFacts(planned, [{ type: 'existing-supply-recorded', body: { existingSupply: fits } }]),
      )
      expect(kept).toEqual({
        meters: [{ meteringPoint: 1, meterNumber: 'OLD-0002', accuracyClass: '0.5S', ctRatio: '50/5' }],
      })
    })

    it('leaves no old meter unanswered, and the gate shut until then', () => {
      expect(refusalOf(withMeters({}))?.faults).toEqual(['removedMeters: old-meter-unanswered'])
      expect(refusalOf(withMeters({ removedMeters: [{ ...removed, meterNumber: 'OLD-0009' }] }))?.faults).toEqual([
        'removedMeters.0.meterNumber: not-an-old-meter',
        'removedMeters: old-meter-unanswered',
      ])
      const gateOf = (file: typeof growing) => gateOfMetering(file).find(({ item }) => item === 'old-meters')?.met
      expect([gateOf(planned), gateOf(growing)]).toEqual([undefined, false])
      const done = takeStep(growing, installMeter, { ...meterForm, removedMeters: [removed] }, crew)
      expect(gateOf(done)).toBe(true)
      expect(
        JSON.stringify(
          meterWorkOrder(
            done,
            installMeter.form.parse({ ...meterForm, removedMeters: [removed] }) as never,
            '2026-04-01' as never,
          ),
        ),
      ).toContain('900.00')
    })

    it('puts the old meter back when the case goes back', () => {
      const done = takeStep(growing, installMeter, { ...meterForm, removedMeters: [removed] }, crew)
      const back = goneBack(done, ['draft-supply-plan', 'install-meter'], [installMeter])
      expect(findBody(back, 'meter-return-due')).toMatchObject({ meterNumbers: ['3310000010'], putBack: ['OLD-0001'] })
    })

    it('has nothing to take off elsewhere', () => {
      expect(faultsFor({ removedMeters: [removed] })).toEqual(['removedMeters.0.meterNumber: not-an-old-meter'])
    })
  })
})
