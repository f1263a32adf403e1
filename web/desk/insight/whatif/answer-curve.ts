import type { CurvePoint } from '#insight'

export type CurveAnswer =
  | { readonly kind: 'enough'; readonly point: CurvePoint; readonly next: CurvePoint | undefined }
  | { readonly kind: 'noWorse'; readonly point: CurvePoint }
  | { readonly kind: 'never'; readonly most: number }

/**
 * The fewest people with whom one-to-one is better than today beyond its interval, run by run; else the fewest with whom
 * no difference can be told; else none of those asked about.
 */
export function answerCurve(curve: readonly CurvePoint[]): CurveAnswer {
  const able = curve.filter(({ overloaded }) => !overloaded)
  const better = able.find(({ lateChange: { mean, halfWidth } }) => mean + halfWidth < 0)
  if (better) return { kind: 'enough', point: better, next: curve[curve.indexOf(better) + 1] }
  const same = able.find(({ lateChange: { mean, halfWidth } }) => mean - halfWidth <= 0)
  return same ? { kind: 'noWorse', point: same } : { kind: 'never', most: curve.at(-1)?.people ?? 0 }
}
