/** Series impedance r + jx and shunt g + jb of a transformer, per unit; what a π branch needs. */
export interface PiModel {
  readonly rPu: number
  readonly xPu: number
  readonly gFromPu: number
  readonly bFromPu: number
  readonly gToPu: number
  readonly bToPu: number
}

/** π model with the magnetising admittance split in halves. */
export const splitShunt = (rPu: number, xPu: number, gPu: number, bPu: number): PiModel => ({
  rPu,
  xPu,
  gFromPu: gPu / 2,
  bFromPu: bPu / 2,
  gToPu: gPu / 2,
  bToPu: bPu / 2,
})

/**
 * π model of a T circuit with equal halves z/2 and the magnetising admittance y in the middle, by star-delta
 * transformation: series z·(1 + z·y/4), shunt at each end (y/2) / (1 + z·y/4).
 */
export function turnStarToPi(rPu: number, xPu: number, gPu: number, bPu: number): PiModel {
  if (gPu === 0 && bPu === 0) return splitShunt(rPu, xPu, 0, 0)
  // z·y/4
  const re = (rPu * gPu - xPu * bPu) / 4
  const im = (rPu * bPu + xPu * gPu) / 4
  // series = z·(1 + z·y/4)
  const series = { re: rPu * (1 + re) - xPu * im, im: rPu * im + xPu * (1 + re) }
  // shunt = (y/2) / (1 + z·y/4)
  const size = (1 + re) ** 2 + im ** 2
  const g = (gPu * (1 + re) + bPu * im) / size / 2
  const b = (bPu * (1 + re) - gPu * im) / size / 2
  return { rPu: series.re, xPu: series.im, gFromPu: g, bFromPu: b, gToPu: g, bToPu: b }
}
