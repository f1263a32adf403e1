/**
 * The k-th smallest value (from 0); the array is rearranged so that everything before k is no larger. Hoare's selection
 * with the median of three as pivot: linear on average, where sorting all would cost n log n.
 */
export function selectInPlace(values: Float64Array, k: number): number {
  let low = 0
  let high = values.length - 1
  while (high > low) {
    const pivot = medianOfThree(values[low] as number, values[(low + high) >> 1] as number, values[high] as number)
    let i = low
    let j = high
    while (i <= j) {
      while ((values[i] as number) < pivot) i++
      while ((values[j] as number) > pivot) j--
      if (i <= j) {
        const swapped = values[i] as number
        values[i++] = values[j] as number
        values[j--] = swapped
      }
    }
    if (k <= j) high = j
    else if (k >= i) low = i
    else break
  }
  return values[k] ?? Number.NaN
}

const medianOfThree = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/** Middle value, or the mean of the two middle ones; NaN for none. Rearranges the array. */
export function medianInPlace(values: Float64Array): number {
  return percentileInPlace(values, 0.5)
}

/**
 * The value below which the share `p` (0 … 1) of the values lies, by linear interpolation between neighbours (the
 * definition spreadsheets and NumPy use by default; type 7 of Hyndman & Fan 1996). Rearranges the array.
 */
export function percentileInPlace(values: Float64Array, p: number): number {
  if (values.length === 0) return Number.NaN
  const place = p * (values.length - 1)
  const below = Math.floor(place)
  const lower = selectInPlace(values, below)
  if (below === place) return lower
  // After selection everything behind `below` is no smaller, so the next value is the smallest of them.
  let upper = Number.POSITIVE_INFINITY
  for (let i = below + 1; i < values.length; i++) upper = Math.min(upper, values[i] as number)
  return lower + (upper - lower) * (place - below)
}
