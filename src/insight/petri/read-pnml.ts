import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { accept, type Fault, type Result, refuse } from '#kernel'
import { NetBuilder } from './net-builder.ts'
import type { AcceptingNet } from './petri-net.ts'

interface Node {
  readonly kind: 'place' | 'transition'
  readonly id: string
  readonly line: number
  name: string | undefined
  tokens: number
  silent: boolean
}

interface PnmlArc {
  readonly source: string
  readonly target: string
  readonly line: number
  weight: number
  kind: string
}

/** What a PNML file says, before the net is put together. */
interface PnmlContent {
  readonly nodes: Map<string, Node>
  readonly arcs: PnmlArc[]
  readonly finalTokens: { readonly place: string; readonly line: number; tokens: number }[]
  nets: number
}

/**
 * Reads a place/transition net from PNML (ISO/IEC 15909-2), with the final markings and silent transitions as ProM and
 * pm4py write them. A transition is called by its id where that is one of `activities`, else by its name. A file without final marking gets one token on its only sink place.
 */
export function readPnml(text: string, activities: ReadonlySet<string> = new Set()): Result<AcceptingNet> {
  const faults: Fault[] = []
  const content: PnmlContent = { nodes: new Map(), arcs: [], finalTokens: [], nets: 0 }
  const parser = new SaxesParser({ xmlns: false })
  try {
    listen(parser, content, faults)
    parser.write(text).close()
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^[^ ]*\d+:\d+: /, '') : String(error)
    faults.push({ path: `line ${parser.line}`, code: 'broken-xml', data: { message } })
  }
  if (faults.length === 0 && content.nets === 0) faults.push({ path: 'line 1', code: 'not-a-petri-net' })
  const net = faults.length === 0 ? build(content, activities, faults) : undefined
  return net && faults.length === 0 ? accept(net) : refuse({ code: 'model-refused', faults })
}

/** Which text of a node or arc the next `<text>` belongs to. */
type TextOwner = 'name' | 'initialMarking' | 'inscription' | 'arctype' | 'type'
const textOwners: ReadonlySet<string> = new Set<TextOwner>(['name', 'initialMarking', 'inscription', 'arctype', 'type'])

function listen(parser: SaxesParser, content: PnmlContent, faults: Fault[]): void {
  let node: Node | undefined
  let arc: PnmlArc | undefined
  let final: PnmlContent['finalTokens'][number] | undefined
  let inFinal = false
  let owner: string | undefined
  let text = ''
  const open = (tag: SaxesTagPlain): void => {
    const { name, attributes } = tag
    text = ''
    if (name === 'net') content.nets++
    else if (name === 'finalmarkings') inFinal = true
    else if (name === 'place' && inFinal) {
      final = { place: attributes.idref ?? '', line: parser.line, tokens: 0 }
      content.finalTokens.push(final)
    } else if (name === 'place' || name === 'transition')
      node = addNode(content, name, attributes.id, parser.line, faults)
    else if (name === 'arc') {
      arc = {
        source: attributes.source ?? '',
        target: attributes.target ?? '',
        line: parser.line,
        weight: 1,
        kind: 'normal',
      }
      content.arcs.push(arc)
    } else if (name === 'toolspecific' && node && attributes.activity === '$invisible$') node.silent = true
    else if (textOwners.has(name)) owner = name
  }
  const close = (tag: SaxesTagPlain): void => {
    const { name } = tag
    if (name === 'place' || name === 'transition') node = final = undefined
    else if (name === 'arc') arc = undefined
    else if (name === 'finalmarkings') inFinal = false
    else if (name === 'text') {
      if (final) final.tokens = count(text, parser.line, faults)
      else if (arc) readArcText(arc, owner, text, parser.line, faults)
      else if (node) readNodeText(node, owner, text, parser.line, faults)
    } else if (name === owner) owner = undefined
  }
  parser.on('opentag', open)
  parser.on('text', (piece) => {
    text += piece
  })
  parser.on('closetag', close)
}

function addNode(
  content: PnmlContent,
  kind: Node['kind'],
  id: string | undefined,
  line: number,
  faults: Fault[],
): Node {
  const node: Node = { kind, id: id ?? '', line, name: undefined, tokens: 0, silent: false }
  if (id === undefined) faults.push({ path: `line ${line}`, code: 'node-without-id' })
  else if (content.nodes.has(id)) faults.push({ path: `line ${line}`, code: 'node-told-twice', data: { id } })
  content.nodes.set(node.id, node)
  return node
}

function count(text: string, line: number, faults: Fault[]): number {
  const value = Number(text.trim() === '' ? Number.NaN : text)
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value
  faults.push({ path: `line ${line}`, code: 'not-a-token-count', data: { text } })
  return 0
}

function readNodeText(node: Node, owner: string | undefined, text: string, line: number, faults: Fault[]): void {
  if (owner === 'name') node.name = text.trim()
  else if (owner === 'initialMarking') node.tokens = count(text, line, faults)
}

function readArcText(arc: PnmlArc, owner: string | undefined, text: string, line: number, faults: Fault[]): void {
  if (owner === 'inscription') arc.weight = count(text, line, faults)
  else if (owner === 'arctype' || owner === 'type') arc.kind = text.trim()
}

function build(content: PnmlContent, activities: ReadonlySet<string>, faults: Fault[]): AcceptingNet {
  const builder = new NetBuilder()
  const index = new Map<string, number>()
  for (const node of content.nodes.values()) {
    const named = activities.has(node.id) ? node.id : node.name || null
    const label = node.silent ? null : named
    index.set(node.id, node.kind === 'place' ? builder.addPlace(node.id) : builder.addTransition(label, node.id))
  }
  for (const arc of content.arcs) joinArc(builder, content, index, arc, faults)
  const initial = new Map<number, number>()
  for (const node of content.nodes.values()) if (node.tokens > 0) initial.set(index.get(node.id) ?? 0, node.tokens)
  if (initial.size === 0) faults.push({ path: 'net', code: 'no-initial-marking' })
  return builder.build(initial, finalMarking(content, index, faults))
}

function joinArc(
  builder: NetBuilder,
  content: PnmlContent,
  index: ReadonlyMap<string, number>,
  arc: PnmlArc,
  faults: Fault[],
): void {
  const source = content.nodes.get(arc.source)
  const target = content.nodes.get(arc.target)
  const fault = (code: string): number => faults.push({ path: `line ${arc.line}`, code, data: { ...arc } })
  if (!source || !target) fault('arc-to-nowhere')
  else if (source.kind === target.kind) fault('arc-between-like-nodes')
  else if (arc.kind !== 'normal') fault('arc-kind-not-supported')
  else if (source.kind === 'place') builder.addInput(index.get(source.id) ?? 0, index.get(target.id) ?? 0, arc.weight)
  else builder.addOutput(index.get(source.id) ?? 0, index.get(target.id) ?? 0, arc.weight)
}

function finalMarking(content: PnmlContent, index: ReadonlyMap<string, number>, faults: Fault[]): Map<number, number> {
  const final = new Map<number, number>()
  for (const { place, line, tokens } of content.finalTokens) {
    if (content.nodes.get(place)?.kind !== 'place') {
      faults.push({ path: `line ${line}`, code: 'final-marking-of-no-place', data: { place } })
    } else if (tokens > 0) final.set(index.get(place) ?? 0, tokens)
  }
  if (final.size > 0) return final
  const left = new Set(content.arcs.map((arc) => arc.source))
  const sinks = [...content.nodes.values()].filter((node) => node.kind === 'place' && !left.has(node.id))
  const [sink] = sinks
  if (sink && sinks.length === 1) final.set(index.get(sink.id) ?? 0, 1)
  else faults.push({ path: 'net', code: 'no-final-marking', data: { sinkPlaces: sinks.map((node) => node.id) } })
  return final
}
