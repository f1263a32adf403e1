import type { CaseHistory } from '../history/case-history.ts'
import type { MapActivity, ProcessMap } from './process-map.ts'

export interface PublishedFigures {
  readonly process: { readonly name: string; readonly version: number }
  /** Cases under this version, and under others of the same name. */
  readonly cases: number
  readonly otherVersions: number
  readonly activities: readonly MapActivity[]
}

/** The published version that most of the cases ran under, with the figures of the map; undefined without cases. */
export function publishedFigures(cases: readonly CaseHistory[], map: ProcessMap): PublishedFigures | undefined {
  const started = cases.filter(({ process }) => process !== undefined)
  const versions = [...Map.groupBy(started, ({ process }) => `${process?.name} ${process?.version}`).values()]
  const largest = versions.toSorted((a, b) => b.length - a.length)[0]
  const process = largest?.[0]?.process
  if (!largest || !process) return undefined
  return { process, cases: largest.length, otherVersions: started.length - largest.length, activities: map.activities }
}
