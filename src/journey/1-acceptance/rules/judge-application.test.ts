import { expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { shippedStandards } from '../../../../tests/shipped-standards.ts'
import type { ApplicationForm } from '../api.ts'
import { judgeVoltage } from './judge-application.ts'

const standards = await shippedStandards()
const today = plainDate('2026-03-02')
const form = (kind: string, load: object) =>
  ({ kind, load: { existingKva: 0, sources: 1, isThreePhase: true, ...load } }) as unknown as ApplicationForm
const judged = (kind: string, load: object, presentKv?: number) =>
  getAccepted(judgeVoltage(form(kind, load), standards, today, presentKv))

it('adds what is there to what is asked for, of an increase alone', () => {
  expect(judged('new', { requestedKw: 60 })).toBe('lv')
  expect(judged('increase', { requestedKw: 60, existingKva: 80 })).toBe('lv')
  // 60 kW beside 120 are 180: more than 160 at low voltage.
  expect(judged('increase', { requestedKw: 60, existingKva: 120 })).toBe('hv')
})

it('stays at high voltage where the present supply is', () => {
  expect(judged('increase', { requestedKw: 10, existingKva: 50 }, 10)).toBe('hv')
  expect(judged('increase', { requestedKw: 10, existingKva: 50 }, 0.38)).toBe('lv')
})
