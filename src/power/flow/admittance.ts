import type { CompiledCase } from './compile.ts'

/** The four admittances of each edge, pu: I_from = ff·V_from + ft·V_to, I_to = tf·V_from + tt·V_to. */
export interface EdgeAdmittances {
  readonly ffG: Float64Array
  readonly ffB: Float64Array
  readonly ftG: Float64Array
  readonly ftB: Float64Array
  readonly tfG: Float64Array
  readonly tfB: Float64Array
  readonly ttG: Float64Array
  readonly ttB: Float64Array
}

export function getEdgeAdmittances(compiled: CompiledCase): EdgeAdmittances {
  const zeros = () => new Float64Array(compiled.edgeCount)
  const y = {
    ffG: zeros(),
    ffB: zeros(),
    ftG: zeros(),
    ftB: zeros(),
    tfG: zeros(),
    tfB: zeros(),
    ttG: zeros(),
    ttB: zeros(),
  }
  for (let edge = 0; edge < compiled.edgeCount; edge++) {
    const branch = compiled.source.branches[compiled.branchOfEdge[edge] as number]
    if (!branch) throw new Error('edge without branch')
    const square = branch.rPu ** 2 + branch.xPu ** 2
    const g = branch.rPu / square
    const b = -branch.xPu / square
    const angle = (branch.shiftDegree * Math.PI) / 180
    const [cos, sin] = [Math.cos(angle) / branch.ratio, Math.sin(angle) / branch.ratio]
    y.ffG[edge] = (g + branch.gFromPu) / branch.ratio ** 2
    y.ffB[edge] = (b + branch.bFromPu) / branch.ratio ** 2
    // −y / conj(t) and −y / t with 1/t = (cos − j·sin)
    y.ftG[edge] = -(g * cos - b * sin)
    y.ftB[edge] = -(g * sin + b * cos)
    y.tfG[edge] = -(g * cos + b * sin)
    y.tfB[edge] = -(b * cos - g * sin)
    y.ttG[edge] = g + branch.gToPu
    y.ttB[edge] = b + branch.bToPu
  }
  return y
}

/** Node admittance matrix by rows; the first entry of each row is its diagonal. */
export interface NodeMatrix {
  readonly start: Int32Array
  readonly columns: Int32Array
  readonly g: Float64Array
  readonly b: Float64Array
}

export function buildNodeMatrix(compiled: CompiledCase, y: EdgeAdmittances): NodeMatrix {
  const rows: Map<number, [number, number]>[] = Array.from({ length: compiled.nodeCount }, (_, node) => {
    return new Map([[node, [compiled.shuntG[node] as number, compiled.shuntB[node] as number]]])
  })
  const add = (row: number, column: number, g: number, b: number) => {
    const entry = rows[row]?.get(column)
    if (entry) {
      entry[0] += g
      entry[1] += b
    } else rows[row]?.set(column, [g, b])
  }
  for (let edge = 0; edge < compiled.edgeCount; edge++) {
    const from = compiled.edgeFrom[edge] as number
    const to = compiled.edgeTo[edge] as number
    add(from, from, y.ffG[edge] as number, y.ffB[edge] as number)
    add(from, to, y.ftG[edge] as number, y.ftB[edge] as number)
    add(to, from, y.tfG[edge] as number, y.tfB[edge] as number)
    add(to, to, y.ttG[edge] as number, y.ttB[edge] as number)
  }
  const start = new Int32Array(rows.length + 1)
  for (const [row, entries] of rows.entries()) start[row + 1] = (start[row] as number) + entries.size
  const total = start[rows.length] as number
  const matrix = { start, columns: new Int32Array(total), g: new Float64Array(total), b: new Float64Array(total) }
  for (const [row, entries] of rows.entries()) {
    let at = start[row] as number
    for (const [column, [g, b]] of entries) {
      matrix.columns[at] = column
      matrix.g[at] = g
      matrix.b[at++] = b
    }
  }
  return matrix
}
