/**
 * Wasserstein-1 distance between two samples (the area between their distribution functions), in the unit of the values;
 * NaN where one is empty. Equals the mean shift when one is the other moved.
 */
export function wasserstein(a: Float64Array, b: Float64Array): number {
  if (a.length === 0 || b.length === 0) return Number.NaN
  const left = a.slice().sort()
  const right = b.slice().sort()
  let i = 0
  let j = 0
  let at = Math.min(left[0] ?? 0, right[0] ?? 0)
  let area = 0
  while (i < left.length || j < right.length) {
    const next = Math.min(left[i] ?? Infinity, right[j] ?? Infinity)
    area += Math.abs(i / left.length - j / right.length) * (next - at)
    at = next
    while (left[i] === at) i++
    while (right[j] === at) j++
  }
  return area
}
