import { type CaseFile, findBody } from '#casefile'
import { findEnergising } from '#journey/energise'
import { dateInShanghai, type PlainDate } from '#kernel'

/** Day the supply came on, from which the months of a temporary supply are counted. */
export function onSince(file: CaseFile): PlainDate | undefined {
  const energised = findEnergising(file)
  return energised ? dateInShanghai(new Date(energised.energisedAt)) : undefined
}

export interface AskedExtension {
  readonly until: PlainDate
  readonly reason: string
}

export const findAskedExtension = (file: CaseFile): AskedExtension | undefined =>
  findBody<AskedExtension & Record<string, never>>(file, 'temporary-extension-asked')

/** Why the supply ends, and which application takes over from it, as the customer said. */
export interface AskedEnd {
  readonly reason: string
  readonly lastingCaseNumber?: string
}

export const findAskedEnd = (file: CaseFile): AskedEnd | undefined =>
  findBody<AskedEnd & Record<string, never>>(file, 'temporary-end-asked')

export interface SwitchedOff {
  readonly switchedOffAt: string
  readonly removedAt: string
}

export const findSwitchedOff = (file: CaseFile): SwitchedOff | undefined =>
  findBody<SwitchedOff & Record<string, never>>(file, 'supply-switched-off')
