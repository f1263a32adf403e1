import { type Attribute, type AttributeTable, attributesOf } from '../log/attribute-store.ts'
import { type EventLog, noCode } from '../log/event-log.ts'
import { writeTimestamp } from '../log/timestamp.ts'
import type { XesDocument } from './xes-document.ts'
import { xesKeys } from './xes-document.ts'
import { xmlText } from './xml-text.ts'

const head = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
`

/** An XES document in pieces of about one trace each, so that a large log can go straight to a file or a response. */
export function* writeXes(document: XesDocument): Generator<string> {
  const { log, dictionary } = document
  const tree = (table: AttributeTable, owner: number, indent: string): string =>
    attributesOf(table, dictionary, owner)
      .map((attribute) => writeAttribute(attribute, indent))
      .join('')
  yield head
  for (const { name, prefix, uri } of document.extensions) {
    yield `  <extension name="${xmlText(name)}" prefix="${xmlText(prefix)}" uri="${xmlText(uri)}"/>\n`
  }
  for (const [owner, scope] of document.globalScopes.entries()) {
    yield `  <global scope="${xmlText(scope)}">\n${tree(document.globalAttributes, owner, '    ')}  </global>\n`
  }
  for (const { name, keys, scope } of document.classifiers) {
    const scoped = scope === undefined ? '' : ` scope="${xmlText(scope)}"`
    yield `  <classifier name="${xmlText(name)}"${scoped} keys="${xmlText(keys)}"/>\n`
  }
  yield tree(document.logAttributes, 0, '  ')
  for (let c = 0; c < log.caseCount; c++) {
    const parts = [`  <trace>\n${tree(document.traceAttributes, c, '    ')}`]
    for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) {
      parts.push(`    <event>\n${tree(document.eventAttributes, i, '      ')}    </event>\n`)
    }
    yield `${parts.join('')}  </trace>\n`
  }
  yield '</log>\n'
}

function writeAttribute({ key, type, value, offsetMinutes, children }: Attribute, indent: string): string {
  const inside = children.map((child) => writeAttribute(child, `${indent}  `)).join('')
  const named = type === 'values' ? type : `${type} key="${xmlText(key)}"`
  const valued =
    type === 'list' || type === 'container' || type === 'values'
      ? named
      : `${named} value="${text(type, value, offsetMinutes)}"`
  return inside === '' ? `${indent}<${valued}/>\n` : `${indent}<${valued}>\n${inside}${indent}</${type}>\n`
}

function text(type: string, value: string | number | boolean, offsetMinutes: number): string {
  if (typeof value === 'string') return xmlText(value)
  if (type === 'date') return writeTimestamp(Number(value), offsetMinutes)
  if (value === Number.POSITIVE_INFINITY) return 'INF'
  return value === Number.NEGATIVE_INFINITY ? '-INF' : String(value)
}

/** Standard extensions of the attributes that columns become. */
const extensions = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
  ['Lifecycle', 'lifecycle'],
] as const

/** A resident log without attributes (ours, or one read from CSV) as XES; times in the zone given, minutes east. */
export function* writeLogAsXes(log: EventLog, offsetMinutes: number): Generator<string> {
  yield head
  for (const [name, prefix] of extensions) {
    yield `  <extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>\n`
  }
  yield `  <global scope="trace">\n    <string key="${xesKeys.name}" value="UNKNOWN"/>\n  </global>\n`
  const epoch = writeTimestamp(0, offsetMinutes)
  yield `  <global scope="event">\n    <string key="${xesKeys.name}" value="UNKNOWN"/>\n    <date key="${xesKeys.time}" value="${epoch}"/>\n  </global>\n`
  yield `  <classifier name="Activity" scope="event" keys="${xesKeys.name}"/>\n`
  for (let c = 0; c < log.caseCount; c++) {
    const parts = [`  <trace>\n${string(xesKeys.name, log.caseIds[c] ?? '', '    ')}`]
    for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) parts.push(event(log, i, offsetMinutes))
    yield `${parts.join('')}  </trace>\n`
  }
  yield '</log>\n'
}

const string = (key: string, value: string, indent: string): string =>
  `${indent}<string key="${key}" value="${xmlText(value)}"/>\n`

function event(log: EventLog, index: number, offsetMinutes: number): string {
  const date = (key: string, ms: number): string =>
    `      <date key="${key}" value="${writeTimestamp(ms, offsetMinutes)}"/>\n`
  const resource = log.resourceOf[index] ?? noCode
  const lifecycle = log.lifecycleOf?.[index] ?? noCode
  const startMs = log.startMs?.[index] ?? Number.NaN
  return [
    '    <event>\n',
    string(xesKeys.name, log.activities[log.activityOf[index] ?? 0] ?? '', '      '),
    date(xesKeys.time, log.timeMs[index] ?? 0),
    Number.isNaN(startMs) ? '' : date(xesKeys.start, startMs),
    resource === noCode ? '' : string(xesKeys.resource, log.resources[resource] ?? '', '      '),
    lifecycle === noCode ? '' : string(xesKeys.lifecycle, log.lifecycles[lifecycle] ?? '', '      '),
    '    </event>\n',
  ].join('')
}
