/**
 * The floor: a backward/forward sweep with nothing around it. One source, no transformers, no shunts; it answers
 * voltages and the totals of loss, nothing else. Kept apart from the engine so that neither can lean on the other.
 */
export interface FloorFeeder {
  readonly parent: Int32Array
  readonly r: Float64Array
  readonly x: Float64Array
}

export interface FloorState {
  readonly re: Float64Array
  readonly im: Float64Array
  readonly jr: Float64Array
  readonly ji: Float64Array
  lossP: number
  lossQ: number
}

export function sweepFloor(
  feeder: FloorFeeder,
  p: Float64Array,
  q: Float64Array,
  state: FloorState,
  tolerance: number,
): number {
  const { parent, r, x } = feeder
  const { re, im, jr, ji } = state
  const count = parent.length
  re.fill(1)
  im.fill(0)
  const limit = tolerance * tolerance
  for (let iteration = 1; iteration <= 100; iteration++) {
    for (let k = 0; k < count; k++) {
      const a = re[k] as number
      const b = im[k] as number
      const size = 1 / (a * a + b * b)
      jr[k] = ((p[k] as number) * a + (q[k] as number) * b) * size
      ji[k] = ((p[k] as number) * b - (q[k] as number) * a) * size
    }
    for (let k = count - 1; k > 0; k--) {
      const up = parent[k] as number
      jr[up] = (jr[up] as number) + (jr[k] as number)
      ji[up] = (ji[up] as number) + (ji[k] as number)
    }
    let moved = 0
    for (let k = 1; k < count; k++) {
      const up = parent[k] as number
      const a = (re[up] as number) - ((r[k] as number) * (jr[k] as number) - (x[k] as number) * (ji[k] as number))
      const b = (im[up] as number) - ((r[k] as number) * (ji[k] as number) + (x[k] as number) * (jr[k] as number))
      const da = a - (re[k] as number)
      const db = b - (im[k] as number)
      const step = da * da + db * db
      if (step > moved) moved = step
      re[k] = a
      im[k] = b
    }
    if (moved > limit) continue
    let lossP = 0
    let lossQ = 0
    for (let k = 1; k < count; k++) {
      const square = (jr[k] as number) ** 2 + (ji[k] as number) ** 2
      lossP += (r[k] as number) * square
      lossQ += (x[k] as number) * square
    }
    state.lossP = lossP
    state.lossQ = lossQ
    return iteration
  }
  return 0
}
