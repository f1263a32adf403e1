import type { Result } from '#kernel'
import type { NetworkSheets } from '../../network/sheets.ts'
import { sheetsOfFlow } from '../flow-sheets/sheets-of-flow.ts'
import { readMatpowerCase } from './read-matpower.ts'

/**
 * Turns a MATPOWER case into the sheets of a network without places and lengths: `RATE_A` is the rating of a line, and
 * missing where it is 0. Faults as `FILE:bus[n]…` and `FILE:branch[n]…`, counted from 1 as in the file.
 */
export function sheetsFromMatpower(file: string, content: string, spareBays: number): Result<NetworkSheets> {
  const read = readMatpowerCase(file, content)
  if (!read.ok) return read
  const { flowCase, branchRows, linkRows } = read.value
  return sheetsOfFlow(file, flowCase, {
    busPaths: flowCase.buses.map((_, at) => `${file}:bus[${at + 1}]`),
    branchPaths: branchRows.map((row) => `${file}:branch[${row}]`),
    places: undefined,
    lengthsM: undefined,
    ratingField: 'RATE_A',
    isUnit: flowCase.buses.map(() => true),
    stationNames: flowCase.buses.map(() => undefined),
    switches: flowCase.links.map(({ from, to }, at) => ({
      name: `${flowCase.buses[from]?.name}-${flowCase.buses[to]?.name}`,
      from,
      to,
      kind: 'load-break',
      isClosed: true,
      path: `${file}:branch[${linkRows[at]}]`,
    })),
    spareBays,
  })
}
