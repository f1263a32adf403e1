/** A mean over independent runs with the half width of its 95 % confidence interval (0 for a single run). */
export interface Interval {
  readonly mean: number
  readonly halfWidth: number
}

/** Two-sided 95 % points of Student's t for 1 to 30 degrees of freedom (W. S. Gosset 1908; tables in any textbook). */
const t95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** Above 30 degrees of freedom: the first terms of Fisher's expansion around the normal point 1.95996. */
const studentT = (freedom: number): number => t95[freedom - 1] ?? 1.959_964 + 2.372_27 / freedom + 2.8225 / freedom ** 2

export function confidenceInterval(values: readonly number[]): Interval {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  if (count < 2) return { mean, halfWidth: 0 }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  return { mean, halfWidth: studentT(count - 1) * Math.sqrt(variance / count) }
}
