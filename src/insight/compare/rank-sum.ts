/**
 * Wilcoxon's rank-sum test of two samples (Mann and Whitney 1947): could both be draws from one distribution? Normal
 * approximation with correction for ties and continuity, good from about eight values on each side.
 * @returns two-sided p, 0 … 1; undefined where a side has fewer than `fewest` values or all values are the same.
 */
export function rankSumP(a: readonly number[], b: readonly number[], fewest: number): number | undefined {
  const [n, m] = [a.length, b.length]
  if (n < fewest || m < fewest) return undefined
  const all = new Float64Array(n + m)
  all.set(a)
  all.set(b, n)
  const order = Uint32Array.from(all.keys()).sort((i, j) => (all[i] ?? 0) - (all[j] ?? 0))
  let rankSum = 0
  let ties = 0
  for (let from = 0; from < order.length; ) {
    const value = all[order[from] ?? 0]
    let to = from
    while (to < order.length && all[order[to] ?? 0] === value) to += 1
    const size = to - from
    // Ranks count from 1; equal values share the middle of theirs.
    const rank = (from + 1 + to) / 2
    for (let place = from; place < to; place += 1) if ((order[place] ?? 0) < n) rankSum += rank
    ties += size ** 3 - size
    from = to
  }
  const u = rankSum - (n * (n + 1)) / 2
  const total = n + m
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
  if (variance <= 0) return undefined
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5)
  return Math.min(1, 2 * upperTail(distance / Math.sqrt(variance)))
}

/**
 * Do two shares differ (`hits` of `of` each)? Pooled two-proportion test, without continuity correction.
 * @returns two-sided p; undefined where a side has fewer than `fewest` cases, or the pooled share is 0 or 1.
 */
export function shareP(hitsA: number, ofA: number, hitsB: number, ofB: number, fewest: number): number | undefined {
  if (ofA < fewest || ofB < fewest) return undefined
  const pooled = (hitsA + hitsB) / (ofA + ofB)
  const variance = pooled * (1 - pooled) * (1 / ofA + 1 / ofB)
  if (variance <= 0) return undefined
  return Math.min(1, 2 * upperTail(Math.abs(hitsA / ofA - hitsB / ofB) / Math.sqrt(variance)))
}

/** Upper tail of the standard normal distribution; Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
function upperTail(z: number): number {
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2)
  const [a, b, c, d, e] = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]
  return 0.5 * t * (a + t * (b + t * (c + t * (d + t * e)))) * Math.exp((-z * z) / 2)
}
