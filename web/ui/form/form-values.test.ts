import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { neededWith, shapesOf } from './field-shape.ts'
import { findFaults, missingFaults } from './find-faults.ts'
import { formTexts } from './form-texts.ts'
import { startValues, toSend, valueAt, withValueAt } from './form-values.ts'
import { unitOf } from './units.ts'

const form = z.object({
  address: z.string().min(4),
  note: z.string().default(''),
  canSupply: z.boolean(),
  requestedKw: z.number().positive(),
  equipment: z.array(z.object({ name: z.string().min(1), unitKw: z.number().positive() })).min(1),
  location: z.object({ longitude: z.number() }).optional(),
})
const shapes = shapesOf(form as never)
const texts = formTexts([{ 'refusal.own-code': { zh: '自己的话', en: 'Own words' } }], 'zh-CN')

describe('values of a form', () => {
  it('start from what is known, else from defaults; an unanswered yes-or-no stays open', () => {
    expect(startValues(shapes, { address: '东街 88 号' })).toEqual({ address: '东街 88 号', note: '', equipment: [{}] })
  })

  it('are read and changed at a path, leaving the original alone', () => {
    const before = { equipment: [{ unitKw: 1 }, { unitKw: 2 }] }
    const after = withValueAt(before, 'equipment.1.unitKw', 3)
    expect(valueAt(after, 'equipment.1.unitKw')).toBe(3)
    expect(before.equipment[1]).toEqual({ unitKw: 2 })
    expect(withValueAt({}, 'documents.0.file', 'a')).toEqual({ documents: [{ file: 'a' }] })
    expect(valueAt(after, 'equipment.7.unitKw')).toBeUndefined()
  })

  it('go out without blanks and without emptied optional groups', () => {
    expect(toSend(shapes, { address: '', requestedKw: 8, location: {}, equipment: [{ name: '' }] })).toEqual({
      requestedKw: 8,
      equipment: [{}],
    })
  })

  it('go out without what is no longer asked', () => {
    const asked = shapesOf(
      z.object({
        decision: z.enum(['extend', 'end']),
        until: z
          .string()
          .optional()
          .meta({ shownIf: { field: 'decision', is: 'extend', isNeeded: true } }),
      }) as never,
    )
    const typed = { decision: 'extend', until: '2026-08-31' }
    expect(toSend(asked, typed)).toEqual(typed)
    expect(toSend(asked, { ...typed, decision: 'end' })).toEqual({ decision: 'end' })
    expect([neededWith(asked, { decision: 'extend' }), neededWith(asked, { decision: 'end' })]).toEqual([['until'], []])
  })
})

describe('faults of a form', () => {
  it('name every gap at once, in the reader’s words', () => {
    const faults = findFaults(form, { equipment: [{ unitKw: 'x' }] }, texts, 'zh-CN')
    expect(faults.map((fault) => fault.path).sort()).toEqual([
      'address',
      'canSupply',
      'equipment.0.name',
      'equipment.0.unitKw',
      'requestedKw',
    ])
    expect(faults.find((fault) => fault.path === 'address')?.message).toBe('必填。')
    expect(faults.find((fault) => fault.path === 'equipment.0.unitKw')?.code).toBe('wrong-type')
  })

  it('speak a room’s own words for its own codes', () => {
    const named = z.object({ kva: z.number().refine((value) => value > 5, 'own-code') })
    expect(findFaults(named, { kva: 1 }, texts, 'zh-CN')[0]?.message).toBe('自己的话')
  })

  it('say what the page asks for beyond the schema', () => {
    expect(missingFaults(['load.until'], { load: { until: '2026-06-30' } }, 'en')).toEqual([])
    expect(missingFaults(['load.until'], { load: {} }, 'en')).toMatchObject([{ path: 'load.until', code: 'required' }])
    expect(missingFaults(['signature', 'name'], { name: 'x' }, 'en')).toEqual([
      { path: 'signature', code: 'required', message: 'Required.' },
    ])
  })
})

describe('units', () => {
  it.each([
    ['approvedCapacityKva', 'kVA'],
    ['compensationKvar', 'kvar'],
    ['requestedKw', 'kW'],
    ['totalKwh', 'kWh'],
    ['voltageKv', 'kV'],
    ['lengthM', 'm'],
    ['paidFen', 'fen'],
    ['count', undefined],
    ['sources', undefined],
  ])('of %s is %s', (name, unit) => expect(unitOf(name)).toBe(unit))
})
