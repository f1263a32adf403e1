import type { Fault } from '#kernel'
import type { CimObject } from './rdf.ts'

/** The objects of a CIM file with their terminals put in order and their nodes found. */
export interface CimNet {
  readonly objects: ReadonlyMap<string, CimObject>
  /** Node ids of each piece of equipment, by sequence of its terminals; undefined where a terminal is open. */
  readonly nodesOf: ReadonlyMap<string, readonly (string | undefined)[]>
  readonly nodeIds: readonly string[]
  readonly kvOf: ReadonlyMap<string, number>
  readonly faults: Fault[]
}

/** 1 for files in kV and MW (CGMES), 1000 for files in V and W (IEC 61968-13). */
export interface CimUnits {
  readonly perKv: number
  readonly perMw: number
}

export function getNumber(object: CimObject | undefined, name: string): number | undefined {
  const value = Number(object?.values.get(name) ?? Number.NaN)
  return Number.isFinite(value) ? value : undefined
}

/** A number that must be there; the fault is noted where it is not. */
export function getNeeded(net: CimNet, object: CimObject, name: string): number {
  const value = getNumber(object, name)
  if (value === undefined)
    net.faults.push({
      path: `${object.path}.${name}`,
      code: 'network.notANumber',
      data: { found: object.values.get(name) ?? null },
    })
  return value ?? Number.NaN
}

export function layCim(file: string, objects: ReadonlyMap<string, CimObject>): CimNet {
  const faults: Fault[] = []
  const terminals = [...objects.values()].filter((object) => object.type === 'Terminal')
  const byEquipment = new Map<string, CimObject[]>()
  for (const terminal of terminals) {
    const equipment = terminal.references.get('ConductingEquipment')
    if (equipment === undefined || !objects.has(equipment))
      faults.push({
        path: `${terminal.path}.ConductingEquipment`,
        code: 'network.nameUnknown',
        data: { found: equipment ?? null },
      })
    else byEquipment.set(equipment, [...(byEquipment.get(equipment) ?? []), terminal])
  }
  const nodeOf = (terminal: CimObject): string | undefined => {
    if (terminal.values.get('connected') === 'false') return undefined
    const node = terminal.references.get('ConnectivityNode') ?? terminal.references.get('TopologicalNode')
    if (node === undefined)
      faults.push({ path: `${terminal.path}.ConnectivityNode`, code: 'network.nameUnknown', data: { found: null } })
    return node
  }
  const nodesOf = new Map<string, (string | undefined)[]>()
  for (const [equipment, found] of byEquipment) {
    const ordered = found.toSorted(
      (a, b) => (getNumber(a, 'sequenceNumber') ?? 0) - (getNumber(b, 'sequenceNumber') ?? 0),
    )
    nodesOf.set(equipment, ordered.map(nodeOf))
  }
  const nodeIds = [...new Set([...nodesOf.values()].flat().filter((node): node is string => node !== undefined))]
  const kvOf = findVoltages(objects, nodesOf)
  for (const node of nodeIds) {
    if (!kvOf.has(node))
      faults.push({
        path: objects.get(node)?.path ?? `${file}:${node}`,
        code: 'network.voltageUnknown',
        data: { node },
      })
  }
  return { objects, nodesOf, nodeIds, kvOf, faults }
}

/** Nominal voltage of each node as the file states it: of its own base voltage, its voltage level, or its equipment. */
function findVoltages(
  objects: ReadonlyMap<string, CimObject>,
  nodesOf: ReadonlyMap<string, readonly (string | undefined)[]>,
): Map<string, number> {
  const found = new Map<string, number>()
  const baseOf = (object: CimObject | undefined): number | undefined =>
    getNumber(objects.get(object?.references.get('BaseVoltage') ?? ''), 'nominalVoltage')
  const note = (node: string | undefined, kv: number | undefined) => {
    if (node !== undefined && kv !== undefined && !found.has(node)) found.set(node, kv)
  }
  for (const object of objects.values()) {
    if (!['ConnectivityNode', 'TopologicalNode'].includes(object.type)) continue
    const container = objects.get(object.references.get('ConnectivityNodeContainer') ?? '')
    const level = container?.type === 'Bay' ? objects.get(container.references.get('VoltageLevel') ?? '') : container
    note(object.id, baseOf(object) ?? baseOf(level))
  }
  for (const [equipment, nodes] of nodesOf) for (const node of nodes) note(node, baseOf(objects.get(equipment)))
  for (const end of objects.values()) {
    if (end.type !== 'PowerTransformerEnd') continue
    const nodes = nodesOf.get(end.references.get('PowerTransformer') ?? '')
    note(nodes?.[(getNumber(end, 'endNumber') ?? 1) - 1], baseOf(end) ?? getNumber(end, 'ratedU'))
  }
  return found
}

/** Units are told by the largest voltage: no network has 2000 kV. */
export function getUnits(kvOf: ReadonlyMap<string, number>): CimUnits {
  const isSi = [...kvOf.values()].some((value) => value > 2000)
  return { perKv: isSi ? 1e3 : 1, perMw: isSi ? 1e6 : 1 }
}
