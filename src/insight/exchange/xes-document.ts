import type { Fault } from '#kernel'
import type { AttributeDictionary, AttributeTable } from '../log/attribute-store.ts'
import type { EventLog } from '../log/event-log.ts'

export interface XesExtension {
  readonly name: string
  readonly prefix: string
  readonly uri: string
}

export interface XesClassifier {
  readonly name: string
  readonly keys: string
  readonly scope?: string
}

/** Everything an XES file says: the log in columns and every attribute, typed and nested. */
export interface XesDocument {
  readonly log: EventLog
  readonly extensions: readonly XesExtension[]
  readonly classifiers: readonly XesClassifier[]
  readonly dictionary: AttributeDictionary
  /** One owner: the log. */
  readonly logAttributes: AttributeTable
  /** One owner a case, in the order of the log's cases. */
  readonly traceAttributes: AttributeTable
  /** One owner an event, in the order of the log's events. */
  readonly eventAttributes: AttributeTable
  /** One owner for each `<global>`, with its scope. */
  readonly globalAttributes: AttributeTable
  readonly globalScopes: readonly string[]
  /** What was kept but looks wrong: values that do not fit their type, events told twice. */
  readonly warnings: readonly Fault[]
}

/** Attribute keys of the standard extensions that become columns. */
export const xesKeys = {
  name: 'concept:name',
  time: 'time:timestamp',
  resource: 'org:resource',
  lifecycle: 'lifecycle:transition',
  /** Not of the standard, but common: when work began, in the event that tells its end. */
  start: 'start_timestamp',
} as const
