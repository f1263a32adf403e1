import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { accept, type Fault, type Result, refuse } from '#kernel'
import { AttributeDictionary, AttributeTableBuilder, type AttributeType } from '../log/attribute-store.ts'
import type { Dictionary } from '../log/dictionary.ts'
import { noCode } from '../log/event-log.ts'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { repeatedEvents } from '../log/repeated-events.ts'
import { noZone } from '../log/timestamp.ts'
import { FaultList } from './fault-list.ts'
import { type XesClassifier, type XesDocument, type XesExtension, xesKeys } from './xes-document.ts'
import { attributeType } from './xes-element.ts'
import { readXesValue, type XesValueCell } from './xes-value.ts'

const deepest = 250
/** Attributes of an owner beyond this many are not guessed from the owner before. */
const likelyPlaces = 64

type Column = 'name' | 'time' | 'start' | 'resource' | 'lifecycle' | 'none'

function columnOf(key: string, type: AttributeType): Column {
  for (const column of ['name', 'resource', 'lifecycle'] as const) if (key === xesKeys[column]) return column
  if (type === 'date') for (const column of ['time', 'start'] as const) if (key === xesKeys[column]) return column
  return 'none'
}

/** Where in the file the reader is; attributes belong to it. */
type Scope = 'outside' | 'log' | 'global' | 'trace' | 'event'

/**
 * `elapsed`: the true moment, so that durations are real. `wall`: what the clock on the wall showed, zones left aside, as
 * some mining tools read XES; a case that spans a change of summer time is then an hour off.
 */
export type XesClock = 'elapsed' | 'wall'

/**
 * Reads an XES file (IEEE Std 1849, version 1 or 2) handed over piece by piece, so that a file larger than memory can be
 * read. Every event needs a name and a time; all that lack one are listed with their line, and then nothing is imported.
 */
export class XesReader {
  readonly #parser = new SaxesParser({ xmlns: false })
  readonly #builder = new EventLogBuilder()
  readonly #dictionary = new AttributeDictionary()
  readonly #logAttributes = new AttributeTableBuilder()
  readonly #globals = new AttributeTableBuilder()
  readonly #traces = new AttributeTableBuilder()
  readonly #events = new AttributeTableBuilder()
  readonly #globalScopes: string[] = []
  readonly #extensions: XesExtension[] = []
  readonly #classifiers: XesClassifier[] = []
  readonly #faults = new FaultList()
  readonly #warnings = new FaultList()
  readonly #columnOfSlot: Column[] = []
  readonly #activityCodes = new Map<number, number>()
  readonly #resourceCodes = new Map<number, number>()
  readonly #lifecycleCodes = new Map<number, number>()
  readonly #cell: XesValueCell = { slot: 0, value: 0, ms: 0, offsetMinutes: 0 }
  readonly #clock: XesClock
  /** Slot of the n-th attribute of the owner before, and how many this one has so far. */
  readonly #slotAtPlace: number[] = []
  #attributeCount = 0
  #broken = false
  #scope: Scope = 'outside'
  #depth = 0
  #caseCode = -1
  #caseLine = 0
  #caseNamed = false
  #eventLine = 0
  #activity = -1
  #timeMs = Number.NaN
  #startMs = Number.NaN
  #resource = noCode
  #lifecycle = noCode
  #zonedEvents = 0
  #zonelessEvents = 0
  #zonelessLine = 0

  constructor(clock: XesClock = 'elapsed') {
    this.#clock = clock
    this.#logAttributes.openOwner()
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', (tag) => this.#close(tag.name))
  }

  /** Takes the next piece of the file. After a fault of the XML itself further pieces are not looked at. */
  write(piece: string): void {
    if (!this.#broken) this.#guard(() => this.#parser.write(piece))
  }

  /** Says that the file has ended. `cutShort`: the source broke off (a gzip file without its end). */
  finish(cutShort?: string): Result<XesDocument> {
    // Closing resets the parser's line.
    const lastLine = this.#parser.line
    if (cutShort !== undefined) this.#fault('file-cut-short', this.#parser.line, { message: cutShort })
    else if (!this.#broken) this.#guard(() => this.#parser.close())
    if (this.#zonedEvents > 0 && this.#zonelessEvents > 0) {
      this.#fault('mixed-time-zones', this.#zonelessLine, { with: this.#zonedEvents, without: this.#zonelessEvents })
    }
    if (this.#faults.count === 0 && this.#builder.eventCount === 0) this.#fault('empty-log', lastLine)
    if (this.#faults.count > 0) return refuse(this.#faults.refusal('event-log-refused'))
    return accept(this.#document())
  }

  #document(): XesDocument {
    const log = this.#builder.build('as-added')
    const repeated: Fault[] = repeatedEvents(log)
    return {
      log,
      extensions: this.#extensions,
      classifiers: this.#classifiers,
      dictionary: this.#dictionary,
      logAttributes: this.#logAttributes.finish(),
      traceAttributes: this.#traces.finish(),
      eventAttributes: this.#events.finish(),
      globalAttributes: this.#globals.finish(),
      globalScopes: this.#globalScopes,
      warnings: [...this.#warnings.faults, ...repeated],
    }
  }

  #guard(run: () => void): void {
    try {
      run()
    } catch (error) {
      // saxes tells what is wrong by throwing; its message begins with "line:column: ".
      this.#broken = true
      const message = error instanceof Error ? error.message : String(error)
      this.#fault('broken-xml', this.#parser.line, { message: message.replace(/^[^ ]*\d+:\d+: /, '') })
    }
  }

  #fault(code: string, line: number, data: Record<string, unknown> = {}): void {
    this.#faults.add({ path: `line ${line}`, code, data })
  }

  #open(tag: SaxesTagPlain): void {
    const { name } = tag
    const type = attributeType(name)
    if (type !== undefined) this.#attribute(type, tag.attributes)
    else if (name === 'event') this.#openEvent()
    else if (name === 'trace') this.#openTrace()
    else this.#openHead(name, tag.attributes)
  }

  #openHead(name: string, attributes: Record<string, string>): void {
    if (name === 'log') this.#scope = 'log'
    else if (this.#scope === 'outside') this.#fault('not-an-event-log', this.#parser.line, { element: name })
    else if (name === 'global') {
      this.#scope = 'global'
      this.#globalScopes.push(attributes.scope ?? 'event')
      this.#globals.openOwner()
    } else if (name === 'extension') {
      this.#extensions.push({ name: attributes.name ?? '', prefix: attributes.prefix ?? '', uri: attributes.uri ?? '' })
    } else if (name === 'classifier') {
      const scope = attributes.scope === undefined ? {} : { scope: attributes.scope }
      this.#classifiers.push({ name: attributes.name ?? '', keys: attributes.keys ?? '', ...scope })
    } else this.#warnings.add({ path: `line ${this.#parser.line}`, code: 'unknown-element', data: { element: name } })
  }

  #openTrace(): void {
    if (this.#scope !== 'log') this.#fault('element-out-of-place', this.#parser.line, { element: 'trace' })
    this.#scope = 'trace'
    this.#caseCode = this.#builder.openCase('')
    this.#caseLine = this.#parser.line
    this.#caseNamed = false
    this.#traces.openOwner()
  }

  #openEvent(): void {
    if (this.#scope !== 'trace') this.#fault('element-out-of-place', this.#parser.line, { element: 'event' })
    this.#scope = 'event'
    this.#eventLine = this.#parser.line
    this.#attributeCount = 0
    this.#activity = -1
    this.#timeMs = Number.NaN
    this.#startMs = Number.NaN
    this.#resource = noCode
    this.#lifecycle = noCode
    this.#events.openOwner()
  }

  #attribute(type: AttributeType, attributes: Record<string, string>): void {
    const key = attributes.key ?? ''
    const text = attributes.value ?? ''
    if (attributes.key === undefined && type !== 'values') {
      this.#warnings.add({ path: `line ${this.#parser.line}`, code: 'attribute-without-key', data: { element: type } })
    }
    if (this.#depth > deepest) {
      if (this.#depth === deepest + 1) this.#fault('nested-too-deep', this.#parser.line, { deepest })
    } else {
      const place = this.#attributeCount++
      this.#cell.slot = this.#slotAtPlace[place] ?? -1
      if (!readXesValue(this.#dictionary, type, key, text, this.#cell)) this.#misfit(type, key, text)
      if (place < likelyPlaces) this.#slotAtPlace[place] = this.#cell.slot
      this.#tableOfScope()?.add(this.#cell.slot, this.#cell.value, this.#depth)
      if (this.#depth === 0) this.#column(type, key, text)
    }
    this.#depth++
  }

  #misfit(type: AttributeType, key: string, text: string): void {
    if (this.#scope === 'event' && key === xesKeys.time && this.#depth === 0) {
      this.#fault('unreadable-timestamp', this.#parser.line, { text })
    } else
      this.#warnings.add({ path: `line ${this.#parser.line}`, code: 'value-kept-as-text', data: { type, key, text } })
  }

  #tableOfScope(): AttributeTableBuilder | undefined {
    if (this.#scope === 'event') return this.#events
    if (this.#scope === 'trace') return this.#traces
    if (this.#scope === 'global') return this.#globals
    return this.#scope === 'log' ? this.#logAttributes : undefined
  }

  /** Attributes that become columns of the log. */
  #column(type: AttributeType, key: string, text: string): void {
    if (this.#scope === 'trace') {
      if (key !== xesKeys.name) return
      this.#builder.nameCase(this.#caseCode, text)
      this.#caseNamed = true
    } else if (this.#scope === 'event') this.#eventColumn(type, key, text)
  }

  #eventColumn(type: AttributeType, key: string, text: string): void {
    const { slot } = this.#cell
    let column = this.#columnOfSlot[slot]
    if (column === undefined) {
      column = columnOf(key, type)
      this.#columnOfSlot[slot] = column
    }
    if (column === 'none') return
    if (column === 'name') this.#activity = this.#code(this.#activityCodes, type, text, this.#builder.activities)
    else if (column === 'resource')
      this.#resource = this.#code(this.#resourceCodes, type, text, this.#builder.resources)
    else if (column === 'lifecycle')
      this.#lifecycle = this.#code(this.#lifecycleCodes, type, text, this.#builder.lifecycles)
    else if (column === 'time') this.#time()
    else this.#startMs = this.#moment()
  }

  /** The text has a code among the attributes already: from there it is one step to its code in a column. */
  #code(known: Map<number, number>, type: AttributeType, text: string, column: Dictionary): number {
    if (type !== 'string') return column.codeOf(text)
    const textCode = this.#cell.value
    const code = known.get(textCode)
    if (code !== undefined) return code
    const fresh = column.codeOf(text)
    known.set(textCode, fresh)
    return fresh
  }

  #moment(): number {
    const { ms, offsetMinutes } = this.#cell
    return this.#clock === 'wall' && offsetMinutes !== noZone ? ms + offsetMinutes * 60_000 : ms
  }

  #time(): void {
    this.#timeMs = this.#moment()
    if (this.#cell.offsetMinutes !== noZone) this.#zonedEvents++
    else if (this.#zonelessEvents++ === 0) this.#zonelessLine = this.#parser.line
  }

  #close(name: string): void {
    if (attributeType(name) !== undefined) this.#depth--
    else if (name === 'event') this.#closeEvent()
    else if (name === 'trace') {
      if (!this.#caseNamed) this.#fault('case-without-name', this.#caseLine)
      this.#scope = 'log'
    } else if (name === 'global') this.#scope = 'log'
    else if (name === 'log') this.#scope = 'outside'
  }

  #closeEvent(): void {
    if (this.#activity < 0) this.#fault('event-without-name', this.#eventLine)
    if (Number.isNaN(this.#timeMs)) this.#fault('event-without-time', this.#eventLine)
    this.#builder.addCoded(
      this.#caseCode,
      Math.max(0, this.#activity),
      this.#timeMs,
      this.#resource,
      this.#startMs,
      this.#lifecycle,
    )
    this.#scope = 'trace'
  }
}

/** Reads a whole XES text at once. */
export function readXes(text: string, clock: XesClock = 'elapsed'): Result<XesDocument> {
  const reader = new XesReader(clock)
  reader.write(text)
  return reader.finish()
}
