import type { FlowBranch } from './flow-case.ts'

/** Admittance seen from the closed end of a branch whose other end is open, pu: near shunt + series with far shunt. */
export function getOpenEndAdmittance(branch: FlowBranch, isFromEnd: boolean): readonly [number, number] {
  const [gNear, bNear, gFar, bFar] = isFromEnd
    ? [branch.gFromPu, branch.bFromPu, branch.gToPu, branch.bToPu]
    : [branch.gToPu, branch.bToPu, branch.gFromPu, branch.bFromPu]
  // yFar / (1 + z·yFar)
  const re = 1 + branch.rPu * gFar - branch.xPu * bFar
  const im = branch.rPu * bFar + branch.xPu * gFar
  const size = re * re + im * im
  const g = gNear + (gFar * re + bFar * im) / size
  const b = bNear + (bFar * re - gFar * im) / size
  const scale = isFromEnd ? 1 / branch.ratio ** 2 : 1
  return [g * scale, b * scale]
}
