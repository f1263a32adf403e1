import { accept, type Fault, type GeoPoint, type Result, refuse } from '#kernel'
import type { HarmonicCurrent } from '../quality/harmonics.ts'
import type { ChangingLoad } from '../quality/voltage-change.ts'
import type { DwellingGroup } from '../sizing/dwellings.ts'
import type { ImportanceGrade } from '../sizing/importance.ts'
import type { EquipmentItem } from '../sizing/load.ts'
import { type NoteFault, readNumberRecords } from './request-lists.ts'

export type AccessDevice = 'pole' | 'ring-main-unit' | 'switching-station'

/** Where a customer who asks for more is fed today. */
export interface PresentSource {
  /** Left out: the feeder that feeds the point; there is none at low voltage. */
  readonly feeder?: string
  /** Access point on the feeder; at low voltage the public transformer. */
  readonly point: string
  readonly capacityKva: number
}

/** What a designer asks plans for, after the survey. */
export interface PlanRequest {
  readonly business: 'new' | 'increase' | 'temporary'
  /** Receiving point: the customer's switch room. */
  readonly location: GeoPoint
  readonly equipment: readonly EquipmentItem[]
  /** Taken instead of the equipment list where given. */
  readonly loadKw?: number
  readonly cosPhi?: number
  /** Approved transformer capacity, kVA; by default sized from the load. */
  readonly capacityKva?: number
  readonly isThreePhase: boolean
  /** Settled before, such as at acceptance: the lowest level of this class is taken. */
  readonly voltageClass?: 'high' | 'low'
  readonly grade: ImportanceGrade['grade']
  readonly sources: 'single' | 'double-circuit' | 'double-source'
  readonly customer: 'high-voltage' | 'other-100kw' | 'agriculture'
  readonly devices: readonly AccessDevice[]
  readonly laying: 'overhead' | 'cable'
  readonly needsBoundaryDevice: boolean
  readonly forceNewFeeder: boolean
  /** For an increase: where the customer is fed today. */
  readonly present?: PresentSource
  /** Transformers that a designer chose instead of the smallest standard size; with `capacityKva` as their total. */
  readonly transformer?: { readonly unitKva: number; readonly count: number }
  readonly securityLoadKw?: number
  /** Local rules that apply, such as `jiangsu` for 20 kV. */
  readonly scopes: readonly string[]
  /** Dwellings of a residential compound, by floor area; added to the equipment. */
  readonly dwellings: readonly DwellingGroup[]
  /** Harmonic currents the load feeds back, and loads that change quickly: screened where given. */
  readonly harmonicCurrents: readonly HarmonicCurrent[]
  readonly changingLoads: readonly ChangingLoad[]
}

const known: readonly string[] = [
  'business',
  'location',
  'equipment',
  'loadKw',
  'cosPhi',
  'capacityKva',
  'securityLoadKw',
  'isThreePhase',
  'voltageClass',
  'grade',
  'sources',
  'customer',
  'devices',
  'laying',
  'needsBoundaryDevice',
  'forceNewFeeder',
  'present',
  'transformer',
  'scopes',
  'dwellings',
  'harmonicCurrents',
  'changingLoads',
]

type Fields = Readonly<Record<string, unknown>>

/** Reads a request (parsed JSON). Every fault at once, by field; what is left out takes the usual value. */
export function readPlanRequest(file: string, content: unknown): Result<PlanRequest> {
  const fields: Fields = isRecord(content) ? content : {}
  const faults: Fault[] = isRecord(content) ? [] : [{ path: file, code: 'request.notAnObject' }]
  const fault = (field: string, code: string, data?: Fault['data']) =>
    faults.push({ path: `${file}:${field}`, code, ...(data && { data }) })
  const oneOf = <const W extends string>(field: string, words: readonly W[], usual: W): W => {
    const value = fields[field] ?? usual
    const found = words.find((word) => word === value)
    if (found === undefined) fault(field, 'request.notInList', { found: value, allowed: words })
    return found ?? usual
  }
  const flag = (field: string, usual: boolean): boolean => {
    const value = fields[field] ?? usual
    if (typeof value !== 'boolean') fault(field, 'request.notAFlag', { found: value })
    return value === true
  }
  const amount = (field: string, max = Number.POSITIVE_INFINITY): number | undefined => {
    const value = fields[field]
    if (value === undefined) return undefined
    if (typeof value === 'number' && value > 0 && value <= max) return value
    fault(field, 'request.notPositive', { found: value, ...(Number.isFinite(max) && { max }) })
    return undefined
  }
  for (const field of Object.keys(fields))
    if (!known.includes(field)) fault(field, 'request.fieldUnknown', { allowed: known })
  const location = readLocation(fields.location, fault)
  const equipment = readEquipment(fields.equipment, fault)
  const dwellings = readNumberRecords(fields.dwellings, 'dwellings', ['areaM2', 'count'], fault)
  const harmonicCurrents = readNumberRecords(fields.harmonicCurrents, 'harmonicCurrents', ['order', 'currentA'], fault)
  const changes = ['changeMw', 'changeMvar', 'perHour'] as const
  const changingLoads = readNumberRecords(fields.changingLoads, 'changingLoads', changes, fault, [
    'changeMw',
    'changeMvar',
  ])
  const stated = {
    loadKw: amount('loadKw'),
    cosPhi: amount('cosPhi', 1),
    capacityKva: amount('capacityKva'),
    securityLoadKw: amount('securityLoadKw'),
    present: readPresent(fields.present, fault),
    transformer: readTransformer(fields.transformer, fault),
    voltageClass:
      fields.voltageClass === undefined ? undefined : oneOf('voltageClass', ['high', 'low'] as const, 'high'),
  }
  const business = oneOf('business', ['new', 'increase', 'temporary'], 'new')
  if (business === 'increase' && !stated.present) fault('present', 'request.presentMissing')
  if (equipment.length + dwellings.length === 0 && stated.loadKw === undefined && stated.capacityKva === undefined)
    fault('equipment', 'request.loadMissing')
  const allowed: readonly AccessDevice[] = ['pole', 'ring-main-unit', 'switching-station']
  const devices = Array.isArray(fields.devices) ? (fields.devices as unknown[]) : allowed
  for (const device of devices)
    if (!allowed.includes(device as AccessDevice)) fault('devices', 'request.notInList', { found: device, allowed })
  const scopes = Array.isArray(fields.scopes)
    ? fields.scopes.filter((scope): scope is string => typeof scope === 'string')
    : []
  const request: PlanRequest = {
    business,
    location,
    equipment,
    ...withoutMissing(stated),
    isThreePhase: flag('isThreePhase', true),
    grade: oneOf('grade', ['special', 'first', 'second', 'temporary', 'ordinary'], 'ordinary'),
    sources: oneOf('sources', ['single', 'double-circuit', 'double-source'], 'single'),
    customer: oneOf('customer', ['high-voltage', 'other-100kw', 'agriculture'], 'high-voltage'),
    devices: devices as readonly AccessDevice[],
    laying: oneOf('laying', ['overhead', 'cable'], 'cable'),
    needsBoundaryDevice: flag('needsBoundaryDevice', true),
    forceNewFeeder: flag('forceNewFeeder', false),
    scopes,
    dwellings,
    harmonicCurrents,
    changingLoads,
  }
  return faults.length > 0 ? refuse({ code: 'request.faulty', faults }) : accept(request)
}

function readLocation(value: unknown, fault: NoteFault): GeoPoint {
  const { lon, lat } = isRecord(value) ? value : {}
  if (typeof lon !== 'number' || Math.abs(lon) > 180)
    fault('location.lon', 'request.notACoordinate', { found: lon ?? null })
  if (typeof lat !== 'number' || Math.abs(lat) > 90)
    fault('location.lat', 'request.notACoordinate', { found: lat ?? null })
  return { lon: Number(lon), lat: Number(lat) }
}

function readEquipment(value: unknown, fault: NoteFault): EquipmentItem[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) fault('equipment', 'request.notAList')
  const items: unknown[] = Array.isArray(value) ? value : []
  return items.flatMap((item, at) => {
    if (!isRecord(item)) {
      fault(`equipment[${at}]`, 'request.notAnObject')
      return []
    }
    for (const field of ['count', 'unitKw']) {
      if (typeof item[field] !== 'number')
        fault(`equipment[${at}].${field}`, 'request.notANumber', { found: item[field] ?? null })
    }
    return [{ ...item, name: String(item.name ?? at + 1) } as unknown as EquipmentItem]
  })
}

function readPresent(value: unknown, fault: NoteFault): PlanRequest['present'] {
  if (value === undefined) return undefined
  const { feeder, point, capacityKva } = isRecord(value) ? value : {}
  const isFeeder = feeder === undefined || typeof feeder === 'string'
  if (isFeeder && typeof point === 'string' && typeof capacityKva === 'number' && capacityKva > 0)
    return { ...(feeder !== undefined && { feeder }), point, capacityKva }
  fault('present', 'request.presentFaulty')
  return undefined
}

function readTransformer(value: unknown, fault: NoteFault): PlanRequest['transformer'] {
  if (value === undefined) return undefined
  const { unitKva, count } = isRecord(value) ? value : {}
  const isCount = typeof count === 'number' && Number.isInteger(count) && count > 0
  if (isCount && typeof unitKva === 'number' && unitKva > 0) return { unitKva, count }
  fault('transformer', 'request.transformerFaulty')
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields that were given. */
const withoutMissing = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
