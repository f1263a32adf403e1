import { SaxesParser } from 'saxes'

/** One object of a CIM file: its class, where it stands, its values and its references by property without the class. */
export interface CimObject {
  readonly id: string
  readonly type: string
  readonly path: string
  readonly values: Map<string, string>
  readonly references: Map<string, string>
}

/** Thrown by a file that is not well-formed XML; carries the line. */
export class XmlFault extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
const toId = (reference: string): string => reference.replace(/^#/, '').replace(/^urn:uuid:/, '')

/** Objects of an RDF/XML file by id. An object told of twice (`rdf:ID`, then `rdf:about`) is one. */
export function readRdf(file: string, content: string): ReadonlyMap<string, CimObject> {
  const objects = new Map<string, CimObject>()
  const parser = new SaxesParser()
  let depth = 0
  let current: CimObject | undefined
  let text = ''
  parser.on('error', (error) => {
    throw new XmlFault(error.message, parser.line)
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    text = ''
    const own = attributes['rdf:ID'] ?? attributes['rdf:about']
    if (depth === 2 && own !== undefined) {
      const id = toId(own)
      current = objects.get(id) ?? {
        id,
        type: bare(name),
        path: `${file}:${parser.line}`,
        values: new Map(),
        references: new Map(),
      }
      objects.set(id, current)
    }
    const reference = attributes['rdf:resource']
    if (depth === 3 && reference !== undefined)
      current?.references.set(name.slice(name.lastIndexOf('.') + 1), toId(reference))
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('closetag', ({ name }) => {
    const trimmed = text.trim()
    if (depth === 3 && trimmed !== '') current?.values.set(name.slice(name.lastIndexOf('.') + 1), trimmed)
    if (depth === 2) current = undefined
    text = ''
    depth--
  })
  parser.write(content).close()
  return objects
}
