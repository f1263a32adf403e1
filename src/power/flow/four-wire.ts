/** A low-voltage network with three phases and a neutral, fed at node 0; radial. Volts, amperes, ohms, watts. */
export interface FourWireNetwork {
  /** Phase-to-neutral voltage at the source, V. */
  readonly sourceV: number
  readonly nodes: readonly FourWireNode[]
  readonly lines: readonly FourWireLine[]
}

export interface FourWireNode {
  readonly name: string
  /** Constant power between a phase and the neutral, W and var, for phases a, b, c. */
  readonly phaseW: readonly [number, number, number]
  readonly phaseVar: readonly [number, number, number]
  /** Constant power between two phases: ab, bc, ca. */
  readonly betweenW?: readonly [number, number, number]
  readonly betweenVar?: readonly [number, number, number]
  /** Earthing of the neutral, ohm; left out where it is not earthed. Node 0 is earthed without resistance. */
  readonly earthOhm?: number
}

/** Series impedances of a line's whole length: own of phase and neutral, mutual between any two conductors. */
export interface FourWireLine {
  readonly from: number
  readonly to: number
  readonly phaseR: number
  readonly phaseX: number
  readonly neutralR: number
  readonly neutralX: number
  readonly mutualX: number
}

export interface FourWireSolution {
  readonly converged: boolean
  readonly iterations: number
  /** Voltage of each phase against the neutral of the same node, V, by node: a, b, c. */
  readonly phaseToNeutralV: readonly (readonly [number, number, number])[]
  /** Voltage of the neutral against earth, V. */
  readonly neutralV: readonly number[]
  /** Current of each line: a, b, c, neutral, A. */
  readonly lineA: readonly (readonly [number, number, number, number])[]
  readonly lossW: number
  /** Negative over positive sequence of the phase-to-neutral voltages, percent. */
  readonly unbalancePercent: readonly number[]
}

/** Four complex numbers: conductors a, b, c, n, real and imaginary parts in turn. */
type Quad = Float64Array

const third = (2 * Math.PI) / 3

/**
 * Unbalanced flow by a backward/forward sweep over all four conductors (Ciric et al. 2003). Earthed neutrals must have
 * a resistance well above the neutral's own, as earth electrodes do; otherwise, and beyond what the lines can carry,
 * it ends without convergence. Throws on a network that is not a tree from node 0, which is a fault of the caller.
 */
export function solveFourWire(network: FourWireNetwork, toleranceV = 1e-7, maxIterations = 200): FourWireSolution {
  const { nodes } = network
  const lines = orderLines(network)
  const voltages = nodes.map(() => getSource(network.sourceV))
  const lineCurrents: Quad[] = lines.map(() => new Float64Array(8))
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const drawn = nodes.map((node, at) => getNodeCurrents(node, voltages[at] ?? new Float64Array(8)))
    for (let at = lines.length - 1; at >= 0; at--) {
      const line = lines[at]
      if (!line) continue
      const current = drawn[line.to] ?? new Float64Array(8)
      lineCurrents[at] = current
      addInto(drawn[line.from], current)
    }
    let moved = 0
    for (const [at, line] of lines.entries()) moved = Math.max(moved, dropVoltage(line, lineCurrents[at], voltages))
    if (!(moved < 1e6)) return describe(network, lines, voltages, lineCurrents, { converged: false, iterations })
    if (moved <= toleranceV) return describe(network, lines, voltages, lineCurrents, { converged: true, iterations })
  }
  return describe(network, lines, voltages, lineCurrents, { converged: false, iterations: maxIterations })
}

/** Lines from the source outward, each turned to lead away from it. */
function orderLines({ nodes, lines }: FourWireNetwork): FourWireLine[] {
  const ordered: FourWireLine[] = []
  const reached = new Set([0])
  const left = new Set(lines)
  for (let found = true; found; ) {
    found = false
    for (const line of left) {
      const isForward = reached.has(line.from)
      if (isForward === reached.has(line.to)) continue
      const turned = isForward ? line : { ...line, from: line.to, to: line.from }
      ordered.push(turned)
      reached.add(turned.to)
      left.delete(line)
      found = true
    }
  }
  if (left.size > 0 || reached.size < nodes.length) throw new Error('a four-wire network must be a tree from node 0')
  return ordered
}

function getSource(sourceV: number): Quad {
  const quad = new Float64Array(8)
  for (let phase = 0; phase < 3; phase++) {
    quad[2 * phase] = sourceV * Math.cos(-phase * third)
    quad[2 * phase + 1] = sourceV * Math.sin(-phase * third)
  }
  return quad
}

/** What a node draws from each conductor at its voltages. */
function getNodeCurrents(node: FourWireNode, voltage: Quad): Quad {
  const current = new Float64Array(8)
  for (let phase = 0; phase < 3; phase++) {
    drawBetween(current, voltage, phase, 3, node.phaseW[phase] ?? 0, node.phaseVar[phase] ?? 0)
    drawBetween(current, voltage, phase, (phase + 1) % 3, node.betweenW?.[phase] ?? 0, node.betweenVar?.[phase] ?? 0)
  }
  if (node.earthOhm !== undefined) {
    current[6] = (current[6] as number) + (voltage[6] as number) / node.earthOhm
    current[7] = (current[7] as number) + (voltage[7] as number) / node.earthOhm
  }
  return current
}

/** Constant power between two conductors: I = conj(S / V), into one and out of the other. */
function drawBetween(current: Quad, voltage: Quad, from: number, to: number, w: number, vars: number): void {
  if (w === 0 && vars === 0) return
  const re = (voltage[2 * from] as number) - (voltage[2 * to] as number)
  const im = (voltage[2 * from + 1] as number) - (voltage[2 * to + 1] as number)
  const size = re * re + im * im
  const ir = (w * re + vars * im) / size
  const ii = (w * im - vars * re) / size
  for (const [conductor, sign] of [
    [from, 1],
    [to, -1],
  ] as const) {
    current[2 * conductor] = (current[2 * conductor] as number) + sign * ir
    current[2 * conductor + 1] = (current[2 * conductor + 1] as number) + sign * ii
  }
}

function addInto(target: Quad | undefined, more: Quad): void {
  if (target) for (let at = 0; at < 8; at++) target[at] = (target[at] as number) + (more[at] as number)
}

/** Voltage at the line's far end; answers how far it moved, V. */
function dropVoltage(line: FourWireLine, current: Quad | undefined, voltages: readonly Quad[]): number {
  const [near, far] = [voltages[line.from], voltages[line.to]]
  if (!near || !far || !current) return Number.NaN
  let sumRe = 0
  let sumIm = 0
  for (let conductor = 0; conductor < 4; conductor++) {
    sumRe += current[2 * conductor] as number
    sumIm += current[2 * conductor + 1] as number
  }
  let moved = 0
  for (let conductor = 0; conductor < 4; conductor++) {
    const r = conductor === 3 ? line.neutralR : line.phaseR
    const own = conductor === 3 ? line.neutralX : line.phaseX
    const ir = current[2 * conductor] as number
    const ii = current[2 * conductor + 1] as number
    // The other three conductors induce through the mutual reactance.
    const [otherRe, otherIm] = [sumRe - ir, sumIm - ii]
    const a = (near[2 * conductor] as number) - (r * ir - own * ii - line.mutualX * otherIm)
    const b = (near[2 * conductor + 1] as number) - (r * ii + own * ir + line.mutualX * otherRe)
    moved = Math.max(moved, Math.hypot(a - (far[2 * conductor] as number), b - (far[2 * conductor + 1] as number)))
    far[2 * conductor] = a
    far[2 * conductor + 1] = b
  }
  return moved
}

function describe(
  network: FourWireNetwork,
  ordered: readonly FourWireLine[],
  voltages: readonly Quad[],
  currents: readonly Quad[],
  end: { converged: boolean; iterations: number },
): FourWireSolution {
  const size = (quad: Quad | undefined, conductor: number) =>
    Math.hypot(quad?.[2 * conductor] ?? Number.NaN, quad?.[2 * conductor + 1] ?? Number.NaN)
  const against = (quad: Quad, phase: number) =>
    Math.hypot((quad[2 * phase] as number) - (quad[6] as number), (quad[2 * phase + 1] as number) - (quad[7] as number))
  // In the order the lines were given, whichever way they were turned.
  const place = (line: FourWireLine) =>
    ordered.findIndex(
      (found) =>
        (found.from === line.from && found.to === line.to) || (found.from === line.to && found.to === line.from),
    )
  return {
    ...end,
    phaseToNeutralV: voltages.map((quad) => [against(quad, 0), against(quad, 1), against(quad, 2)]),
    neutralV: voltages.map((quad) => size(quad, 3)),
    lineA: network.lines.map((line) => {
      const quad = currents[place(line)]
      return [size(quad, 0), size(quad, 1), size(quad, 2), size(quad, 3)]
    }),
    lossW: ordered.reduce((sum, line, at) => {
      const square = (conductor: number) => size(currents[at], conductor) ** 2
      return sum + line.phaseR * (square(0) + square(1) + square(2)) + line.neutralR * square(3)
    }, 0),
    unbalancePercent: voltages.map(getUnbalance),
  }
}

/** Negative over positive sequence of the phase-to-neutral voltages, percent. */
function getUnbalance(quad: Quad): number {
  const sequence = (direction: 1 | -1): number => {
    let re = 0
    let im = 0
    for (let phase = 0; phase < 3; phase++) {
      const [a, b] = [
        (quad[2 * phase] as number) - (quad[6] as number),
        (quad[2 * phase + 1] as number) - (quad[7] as number),
      ]
      const [cos, sin] = [Math.cos(direction * phase * third), Math.sin(direction * phase * third)]
      re += a * cos - b * sin
      im += a * sin + b * cos
    }
    return Math.hypot(re, im)
  }
  return (100 * sequence(-1)) / sequence(1)
}
