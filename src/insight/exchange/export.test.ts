import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { attributesOf } from '../log/attribute-store.ts'
import { type EventLog, noCode } from '../log/event-log.ts'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { fromOcel, toOcel } from './ocel.ts'
import { readXes } from './read-xes.ts'
import { writeLogAsXes, writeXes } from './write-xes.ts'
import type { XesDocument } from './xes-document.ts'

/** Any text XML can hold. */
const anyText = fc.string({
  unit: fc.constantFrom('a', 'B', '受', '"', '<', '&', "'", ' ', '\n', '\t', '\r', '😀', '>'),
})
const name = anyText.filter((text) => text !== '')
const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })

const logs: fc.Arbitrary<EventLog> = fc
  .array(
    fc.record({
      id: name,
      events: fc.array(
        fc.record({
          activity: name,
          timeMs: moment,
          resource: fc.option(name, { nil: undefined }),
          startMs: fc.option(moment, { nil: undefined }),
          lifecycle: fc.option(fc.constantFrom('start', 'complete'), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((cases) => {
    const builder = new EventLogBuilder()
    for (const { id, events } of cases) {
      const code = builder.openCase(id)
      for (const { activity, timeMs, resource, startMs, lifecycle } of events) {
        builder.addCoded(
          code,
          builder.activities.codeOf(activity),
          timeMs,
          resource === undefined ? noCode : builder.resources.codeOf(resource),
          startMs ?? Number.NaN,
          lifecycle === undefined ? noCode : builder.lifecycles.codeOf(lifecycle),
        )
      }
    }
    return builder.build('as-added')
  })

/** A whole document as plain data, to compare. */
const plain = (document: XesDocument) => ({
  log: document.log,
  extensions: document.extensions,
  classifiers: document.classifiers,
  scopes: document.globalScopes,
  globals: document.globalScopes.map((_, i) => attributesOf(document.globalAttributes, document.dictionary, i)),
  ofLog: attributesOf(document.logAttributes, document.dictionary, 0),
  ofTraces: document.log.caseIds.map((_, i) => attributesOf(document.traceAttributes, document.dictionary, i)),
  ofEvents: Array.from({ length: document.log.eventCount }, (_, i) =>
    attributesOf(document.eventAttributes, document.dictionary, i),
  ),
})

const read = (pieces: Iterable<string>): XesDocument => getAccepted(readXes([...pieces].join('')))

describe('XES out and in', () => {
  it('a resident log comes back identical', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(0, 480, -210), (log, offset) => {
        expect(read(writeLogAsXes(log, offset)).log).toEqual(log)
      }),
    )
  })

  it('a document with typed, nested attributes comes back identical', () => {
    type Attribute = string
    const escaped = (text: string): string =>
      text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/"/g, '&quot;')
        .replace(/[\n\r\t]/g, (char) => `&#${char.charCodeAt(0)};`)
    const value = fc.oneof(
      anyText.map((text) => ['string', escaped(text)] as const),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((number) => ['int', String(number)] as const),
      fc.double().map((number) => ['float', Number.isFinite(number) ? String(number) : 'INF'] as const),
      fc.boolean().map((yes) => ['boolean', String(yes)] as const),
      fc.uuid().map((id) => ['id', id] as const),
      moment.map((ms) => ['date', new Date(ms).toISOString()] as const),
      fc.constant(['date', '2024-02-30T00:00:00Z'] as const),
    )
    const over = (children: fc.Arbitrary<Attribute[]>): fc.Arbitrary<Attribute> =>
      fc
        .tuple(value, name, children)
        .map(
          ([[type, text], key, inside]) =>
            `<${type} key="${escaped(key)}" value="${text}">${inside.join('')}</${type}>`,
        )
    const leaf = over(fc.constant([]))
    const attribute = over(fc.array(over(fc.array(leaf, { maxLength: 2 })), { maxLength: 2 }))
    const list = fc
      .array(attribute, { maxLength: 2 })
      .map((items) => `<list key="l"><values>${items.join('')}</values></list>`)
    const some = fc.array(fc.oneof(attribute, list), { maxLength: 3 }).map((items) => items.join(''))
    fc.assert(
      fc.property(some, some, some, some, (ofLog, ofTrace, ofEvent, ofGlobal) => {
        const text = `<log xes.version="2.0"><extension name="X" prefix="x" uri="urn:x"/><global scope="event">${ofGlobal}</global><classifier name="c" keys="a 'b c'"/>${ofLog}
          <trace><string key="concept:name" value="1"/>${ofTrace}<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-01T00:00:00.123+08:00"/>${ofEvent}</event></trace></log>`
        const once = getAccepted(readXes(text))
        const again = read(writeXes(once))
        expect(plain(again)).toEqual(plain(once))
      }),
      { numRuns: 200 },
    )
  })

  it('puts the parts in the order the schema asks: extensions, globals, classifiers, attributes, traces', () => {
    const text =
      '<log><string key="k" value="v"/><classifier name="c" keys="k"/><global scope="trace"/><extension name="X" prefix="x" uri="u"/><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/></event></trace></log>'
    const written = [...writeXes(getAccepted(readXes(text)))].join('')
    const order = ['<extension', '<global', '<classifier', '<string key="k"', '<trace>', '<event>'].map((tag) =>
      written.indexOf(tag),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
  })
})

describe('OCEL out and in', () => {
  it('a log comes back identical', () => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(getAccepted(fromOcel(JSON.parse(JSON.stringify(toOcel(log)))))).toEqual(log)
      }),
    )
  })

  it('relates every event to objects that are there, of types that are declared', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { objects, objectTypes, events, eventTypes } = toOcel(log)
        const ids = new Set(objects.map(({ id }) => id))
        expect(ids.size).toBe(objects.length)
        expect(objects.every(({ type }) => objectTypes.some((declared) => declared.name === type))).toBe(true)
        expect(events.every(({ type }) => eventTypes.some((declared) => declared.name === type))).toBe(true)
        expect(events.every(({ relationships }) => relationships.every(({ objectId }) => ids.has(objectId)))).toBe(true)
        expect(new Set(events.map(({ id }) => id)).size).toBe(log.eventCount)
      }),
    )
  })
})
