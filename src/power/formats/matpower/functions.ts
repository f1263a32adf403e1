import { asMatrix, asScalar, type Matrix, matrix, StatementFault, scalar, type Value } from './values.ts'

/** Column numbers that the `idx_…` functions of MATPOWER hand out, in their order. */
const columnNames: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  idx_bus: [
    ['PQ', 1],
    ['PV', 2],
    ['REF', 3],
    ['NONE', 4],
    ['BUS_I', 1],
    ['BUS_TYPE', 2],
    ['PD', 3],
    ['QD', 4],
    ['GS', 5],
    ['BS', 6],
    ['BUS_AREA', 7],
    ['VM', 8],
    ['VA', 9],
    ['BASE_KV', 10],
    ['ZONE', 11],
    ['VMAX', 12],
    ['VMIN', 13],
    ['LAM_P', 14],
    ['LAM_Q', 15],
    ['MU_VMAX', 16],
    ['MU_VMIN', 17],
  ],
  idx_brch: [
    ['F_BUS', 1],
    ['T_BUS', 2],
    ['BR_R', 3],
    ['BR_X', 4],
    ['BR_B', 5],
    ['RATE_A', 6],
    ['RATE_B', 7],
    ['RATE_C', 8],
    ['TAP', 9],
    ['SHIFT', 10],
    ['BR_STATUS', 11],
    ['PF', 14],
    ['QF', 15],
    ['PT', 16],
    ['QT', 17],
    ['MU_SF', 18],
    ['MU_ST', 19],
    ['ANGMIN', 12],
    ['ANGMAX', 13],
    ['MU_ANGMIN', 20],
    ['MU_ANGMAX', 21],
  ],
  idx_gen: [
    ['GEN_BUS', 1],
    ['PG', 2],
    ['QG', 3],
    ['QMAX', 4],
    ['QMIN', 5],
    ['VG', 6],
    ['MBASE', 7],
    ['GEN_STATUS', 8],
    ['PMAX', 9],
    ['PMIN', 10],
    ['MU_PMAX', 22],
    ['MU_PMIN', 23],
    ['MU_QMAX', 24],
    ['MU_QMIN', 25],
    ['PC1', 11],
    ['PC2', 12],
    ['QC1MIN', 13],
    ['QC1MAX', 14],
    ['QC2MIN', 15],
    ['QC2MAX', 16],
    ['RAMP_AGC', 17],
    ['RAMP_10', 18],
    ['RAMP_30', 19],
    ['RAMP_Q', 20],
    ['APF', 21],
  ],
  idx_cost: [
    ['PW_LINEAR', 1],
    ['POLYNOMIAL', 2],
    ['MODEL', 1],
    ['STARTUP', 2],
    ['SHUTDOWN', 3],
    ['NCOST', 4],
    ['COST', 5],
  ],
}

/** What an `idx_…` function gives back, value by value; undefined for another name. */
export const findColumnNumbers = (name: string): readonly Matrix[] | undefined =>
  columnNames[name]?.map(([, column]) => scalar(column))

/** Every column name with its number, as `define_constants` sets them. */
export const listColumnConstants = (): (readonly [string, number])[] => Object.values(columnNames).flat()

const elementwise: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sqrt: Math.sqrt,
  abs: Math.abs,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  floor: Math.floor,
  ceil: Math.ceil,
  sign: Math.sign,
  round: (x) => Math.sign(x) * Math.round(Math.abs(x)),
  double: (x) => x,
  isnan: (x) => (Number.isNaN(x) ? 1 : 0),
}

const constants: Readonly<Record<string, number>> = {
  pi: Math.PI,
  Inf: Number.POSITIVE_INFINITY,
  inf: Number.POSITIVE_INFINITY,
  NaN: Number.NaN,
  nan: Number.NaN,
  eps: Number.EPSILON,
  true: 1,
  false: 0,
}

/** Calls one of the functions a case file may use. Throws `matpower.functionUnknown`. */
export function callFunction(name: string, args: readonly Value[], line: number): Value {
  const constant = constants[name]
  if (constant !== undefined && args.length === 0) return scalar(constant)
  const each = elementwise[name]
  const [first, second] = args
  if (each && first) return mapMatrix(asMatrix(first, line), each)
  const call = functions[name]
  if (call && first) return call(first, second, line)
  throw new StatementFault('matpower.functionUnknown', line, { found: name })
}

const mapMatrix = (value: Matrix, each: (x: number) => number): Matrix =>
  matrix(value.rows, value.columns, value.data.map(each))

const filled =
  (value: number) =>
  (rows: Value, columns: Value | undefined, line: number): Matrix => {
    const size = asMatrix(rows, line)
    const rowCount = size.data[0] as number
    const columnCount = columns ? asScalar(columns, line) : ((size.data[1] ?? rowCount) as number)
    return matrix(rowCount, columnCount, new Float64Array(rowCount * columnCount).fill(value))
  }

const folded =
  (fold: (values: Float64Array) => number) =>
  (value: Value, second: Value | undefined, line: number): Matrix => {
    const m = asMatrix(value, line)
    if (second?.kind === 'matrix' && second.data.length > 0)
      return mapMatrix(m, (x) => fold(Float64Array.of(x, asScalar(second, line))))
    if (m.rows === 1 || m.columns === 1) return scalar(fold(m.data))
    const columns = Array.from({ length: m.columns }, (_, column) =>
      fold(m.data.filter((_, at) => at % m.columns === column)),
    )
    return matrix(1, m.columns, Float64Array.from(columns))
  }

const functions: Readonly<Record<string, (first: Value, second: Value | undefined, line: number) => Value>> = {
  zeros: filled(0),
  ones: filled(1),
  sum: folded((values) => values.reduce((total, x) => total + x, 0)),
  max: folded((values) => values.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY)),
  min: folded((values) => values.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY)),
  any: folded((values) => (values.some((x) => x !== 0) ? 1 : 0)),
  all: folded((values) => (values.every((x) => x !== 0) ? 1 : 0)),
  mod: (a, b, line) => {
    const by = asScalar(b ?? scalar(1), line)
    return mapMatrix(asMatrix(a, line), (x) => x - Math.floor(x / by) * by)
  },
  size: (value, which, line) => {
    const { rows, columns } = asMatrix(value, line)
    if (which) return scalar(asScalar(which, line) === 1 ? rows : columns)
    return matrix(1, 2, Float64Array.of(rows, columns))
  },
  length: (value, _, line) => scalar(Math.max(asMatrix(value, line).rows, asMatrix(value, line).columns)),
  numel: (value, _, line) => scalar(asMatrix(value, line).data.length),
  isempty: (value, _, line) => scalar(asMatrix(value, line).data.length === 0 ? 1 : 0),
  find: (value, _, line) => {
    const { data, rows } = asMatrix(value, line)
    const found = Float64Array.from([...data.keys()].filter((at) => data[at] !== 0).map((at) => at + 1))
    return rows === 1 ? matrix(1, found.length, found) : matrix(found.length, 1, found)
  },
}
