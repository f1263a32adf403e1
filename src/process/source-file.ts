import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Fault } from '#kernel'

/** Namespace of the attributes that say what work a user task stands for. */
export const TONGDIAN_NAMESPACE = 'https://tongdian.example/bpmn'

/** An element as the moddle readers give it: typed properties by `get`, attributes of foreign namespaces in `$attrs`. */
export interface ModdleElement {
  readonly $type: string
  readonly $attrs: Readonly<Record<string, string>>
  readonly id?: string
  get(property: string): unknown
}

export interface ModdleWarning {
  readonly message: string
  readonly element?: ModdleElement
  readonly property?: string
  readonly value?: string
}

export interface ModdleReading {
  readonly rootElement: ModdleElement
  readonly warnings: readonly ModdleWarning[]
}

/** An element of the XML text as it stands there. */
export interface SourceElement {
  /** Empty where the element has none. */
  readonly id: string
  readonly element: string
  readonly namespace: string
  readonly parent: string
  readonly parentNamespace: string
  /** Id of the enclosing `process` or `decision`; the element's own where it is one. */
  readonly process: string
  readonly line: number
  /** Attributes without a namespace. */
  readonly attributes: Readonly<Record<string, string>>
  /** Attributes of the product's own namespace. */
  readonly work: Readonly<Record<string, string>>
}

/** The lines of a standards file, so that every fault can say where it is. */
export interface SourceFile {
  readonly elements: readonly SourceElement[]
  /** Not well-formed XML, or one id used twice: nothing further can be trusted. */
  readonly faults: readonly Fault[]
  /** Attributes without a namespace, as written. */
  attributesOf(id: string): Readonly<Record<string, string>>
  /** A fault at the element with this id. */
  faultAt(id: string, code: string, data?: Readonly<Record<string, unknown>>): Fault
}

/** Scans an XML text for its elements and their lines (1-based, the line where the start tag begins). */
export function scanSource(xml: string): SourceFile {
  const elements: SourceElement[] = []
  const faults: Fault[] = []
  const parser = new SaxesParser({ xmlns: true })
  const parents: SourceElement[] = []
  let line = 1
  parser.on('opentagstart', () => {
    line = parser.line
  })
  parser.on('opentag', (tag) => {
    const element = sourceElement(tag, parents.at(-1), line)
    elements.push(element)
    parents.push(element)
  })
  parser.on('closetag', () => {
    parents.pop()
  })
  parser.on('error', ({ message }) => {
    const data = { line: parser.line, element: parents.at(-1)?.element ?? '', message }
    if (faults.length === 0) faults.push({ path: parents.at(-1)?.id ?? '', code: 'not-well-formed', data })
  })
  parser.write(xml).close()
  const byId = new Map<string, SourceElement>()
  for (const element of elements) {
    if (element.id === '') continue
    if (byId.has(element.id)) faults.push(sourceFault(element, 'duplicate-id'))
    else byId.set(element.id, element)
  }
  const root = elements[0]
  return {
    elements,
    faults,
    attributesOf: (id) => byId.get(id)?.attributes ?? {},
    faultAt(id, code, data) {
      const place = byId.get(id) ?? root
      return { path: id, code, data: { line: place?.line ?? 1, element: place?.element ?? '', ...data } }
    },
  }
}

function sourceElement(tag: SaxesTagNS, parent: SourceElement | undefined, line: number): SourceElement {
  const attributes: Record<string, string> = {}
  const work: Record<string, string> = {}
  for (const { local, prefix, uri, value } of Object.values(tag.attributes)) {
    if (uri === TONGDIAN_NAMESPACE) work[local] = value
    else if (prefix === '') attributes[local] = value
  }
  const id = attributes.id ?? ''
  return {
    id,
    element: tag.local,
    namespace: tag.uri,
    parent: parent?.element ?? '',
    parentNamespace: parent?.namespace ?? '',
    process: tag.local === 'process' || tag.local === 'decision' ? id : (parent?.process ?? ''),
    line,
    attributes,
    work,
  }
}

export function sourceFault(place: SourceElement, code: string, data?: Readonly<Record<string, unknown>>): Fault {
  return { path: place.id || place.element, code, data: { line: place.line, element: place.element, ...data } }
}

export function moddleList(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element.get(property)
  return Array.isArray(value) ? value : []
}

export function moddleText(element: ModdleElement, property: string): string | undefined {
  const value = element.get(property)
  return typeof value === 'string' ? value : undefined
}

export function moddleChild(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element.get(property)
  return typeof value === 'object' && value !== null && '$type' in value ? (value as ModdleElement) : undefined
}
