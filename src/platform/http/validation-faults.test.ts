import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { toFaults } from './validation-faults.ts'

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  idNumber: z.string().refine((text) => text.endsWith('X'), 'id-check-digit'),
  phase: z.enum(['single', 'three']),
  equipment: z.array(z.object({ ratedKw: z.number().positive().max(1000), count: z.int().min(1) })).min(1),
  email: z.email().optional(),
  source: z
    .union([
      z.object({ kind: z.literal('own'), kw: z.number() }),
      z.object({ kind: z.literal('grid'), kva: z.number() }),
    ])
    .optional(),
})

function faultsOf(input: unknown): unknown {
  const result = schema.safeParse(input)
  return result.success ? [] : toFaults(result.error.issues, input).map((fault) => `${fault.path} ${fault.code}`)
}

const good = { name: '张三', idNumber: '1X', phase: 'single', equipment: [{ ratedKw: 3, count: 1 }] }

describe('toFaults', () => {
  it('finds nothing wrong with good input', () => expect(faultsOf(good)).toEqual([]))

  it('names every missing field at once', () => {
    expect(faultsOf({ name: '' })).toEqual([
      'name required',
      'idNumber required',
      'phase required',
      'equipment required',
    ])
  })

  it('gives places inside lists, and bounds by what is bounded', () => {
    const input = {
      ...good,
      name: '一二三四五六',
      equipment: [
        { ratedKw: 0, count: 0 },
        { ratedKw: 2000, count: 1.5 },
        { ratedKw: 'x', count: null },
      ],
      email: 'x',
    }
    expect(faultsOf(input)).toEqual([
      'name too-long',
      'equipment.0.ratedKw not-above',
      'equipment.0.count too-small',
      'equipment.1.ratedKw too-big',
      'equipment.1.count wrong-type',
      'equipment.2.ratedKw wrong-type',
      'equipment.2.count required',
      'email wrong-format',
    ])
  })

  it('takes codes that a schema names itself', () => {
    expect(faultsOf({ ...good, idNumber: '12' })).toEqual(['idNumber id-check-digit'])
  })

  it('tells unknown fields, wrong choices, empty lists', () => {
    expect(faultsOf({ ...good, phase: 'two', equipment: [], approvedKva: 9 })).toEqual([
      'phase wrong-choice',
      'equipment too-few',
      ' unknown-field',
    ])
  })

  it('looks into the alternative of a union that fits best', () => {
    expect(faultsOf({ ...good, source: { kind: 'grid', kva: 'much' } })).toEqual(['source.kva wrong-type'])
  })

  it('reads input that is not even an object', () => {
    expect(faultsOf(undefined)).toEqual([' required'])
    expect(faultsOf([])).toEqual([' wrong-type'])
  })
})
