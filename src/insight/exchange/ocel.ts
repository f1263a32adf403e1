import { accept, type Fault, type Result, refuse } from '#kernel'
import { type EventLog, noCode } from '../log/event-log.ts'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { readTimestamp } from '../log/timestamp.ts'

interface OcelAttribute {
  readonly name: string
  readonly value: unknown
}

/** OCEL 2.0 in JSON (A. Berti et al., "OCEL 2.0 specification", 2023), as far as a log of cases fills it. */
export interface OcelLog {
  readonly objectTypes: readonly {
    readonly name: string
    readonly attributes: readonly { name: string; type: string }[]
  }[]
  readonly eventTypes: readonly {
    readonly name: string
    readonly attributes: readonly { name: string; type: string }[]
  }[]
  readonly objects: readonly {
    readonly id: string
    readonly type: string
    readonly attributes: readonly OcelAttribute[]
  }[]
  readonly events: readonly {
    readonly id: string
    readonly type: string
    readonly time: string
    readonly attributes: readonly OcelAttribute[]
    readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[]
  }[]
}

const caseType = 'case'
const personType = 'person'

/**
 * Cases and people become objects, each event is related to its case and to who did it. OCEL times are UTC. Two cases of
 * one name stay apart: the number of the case is part of its object's id, its name an attribute.
 */
export function toOcel(log: EventLog): OcelLog {
  const caseObject = (c: number): string => `case:${c + 1}`
  const personObject = (resource: number): string => `person:${log.resources[resource] ?? ''}`
  const told = new Set(log.resourceOf)
  const attributes = [
    ...(log.startMs ? [{ name: 'start', type: 'time' }] : []),
    ...(log.lifecycleOf ? [{ name: 'lifecycle', type: 'string' }] : []),
  ]
  const events: OcelLog['events'][number][] = []
  for (let c = 0; c < log.caseCount; c++) {
    for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) {
      const resource = log.resourceOf[i] ?? noCode
      const done = resource === noCode ? [] : [{ objectId: personObject(resource), qualifier: 'done by' }]
      events.push({
        id: `event:${i + 1}`,
        type: log.activities[log.activityOf[i] ?? 0] ?? '',
        time: isoUtc(log.timeMs[i] ?? 0),
        attributes: eventAttributes(log, i),
        relationships: [{ objectId: caseObject(c), qualifier: 'of case' }, ...done],
      })
    }
  }
  const people = log.resources.flatMap((_, resource) => (told.has(resource) ? [resource] : []))
  return {
    objectTypes: [
      { name: caseType, attributes: [{ name: 'name', type: 'string' }] },
      { name: personType, attributes: [] },
    ],
    eventTypes: log.activities.map((name) => ({ name, attributes })),
    objects: [
      ...log.caseIds.map((name, c) => ({
        id: caseObject(c),
        type: caseType,
        // Object attributes carry the time from which they hold; a case's name always did.
        attributes: [{ name: 'name', time: isoUtc(0), value: name }],
      })),
      ...people.map((resource) => ({ id: personObject(resource), type: personType, attributes: [] })),
    ],
    events,
  }
}

function eventAttributes(log: EventLog, index: number): OcelAttribute[] {
  const startMs = log.startMs?.[index] ?? Number.NaN
  const lifecycle = log.lifecycleOf?.[index] ?? noCode
  return [
    ...(Number.isNaN(startMs) ? [] : [{ name: 'start', value: isoUtc(startMs) }]),
    ...(lifecycle === noCode ? [] : [{ name: 'lifecycle', value: log.lifecycles[lifecycle] ?? '' }]),
  ]
}

/** OCEL keeps milliseconds. */
const isoUtc = (ms: number): string => new Date(Math.round(ms)).toISOString()

/** Reads such a log back: one case for each object of type `case`. */
export function fromOcel(ocel: OcelLog): Result<EventLog> {
  const faults: Fault[] = []
  const builder = new EventLogBuilder()
  const typeOf = new Map(ocel.objects.map(({ id, type }) => [id, type]))
  const caseOf = new Map<string, number>()
  for (const { id, type, attributes } of ocel.objects) {
    if (type !== caseType) continue
    const name = attributes.find((attribute) => attribute.name === 'name')?.value
    caseOf.set(id, builder.openCase(typeof name === 'string' ? name : id))
  }
  const time = (text: unknown, path: string): number => {
    const cell = { ms: 0, offsetMinutes: 0 }
    if (typeof text === 'string' && readTimestamp(text, cell)) return cell.ms
    faults.push({ path, code: 'unreadable-timestamp', data: { text } })
    return Number.NaN
  }
  for (const { id, type, time: at, attributes, relationships } of ocel.events) {
    const ofCase = relationships.map(({ objectId }) => caseOf.get(objectId)).find((code) => code !== undefined)
    const person = relationships.find(({ objectId }) => typeOf.get(objectId) === personType)?.objectId
    const value = (name: string): unknown => attributes.find((attribute) => attribute.name === name)?.value
    const [start, lifecycle] = [value('start'), value('lifecycle')]
    if (ofCase === undefined) faults.push({ path: `event ${id}`, code: 'event-without-case' })
    builder.addCoded(
      ofCase ?? 0,
      builder.activities.codeOf(type),
      time(at, `event ${id}`),
      person === undefined ? noCode : builder.resources.codeOf(person.replace(/^person:/, '')),
      start === undefined ? Number.NaN : time(start, `event ${id}`),
      typeof lifecycle === 'string' ? builder.lifecycles.codeOf(lifecycle) : noCode,
    )
  }
  return faults.length > 0 ? refuse({ code: 'event-log-refused', faults }) : accept(builder.build('as-added'))
}
