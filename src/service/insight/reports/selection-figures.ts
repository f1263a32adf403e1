import type { PublishedStandards } from '#casefile'
import type { CaseHistory } from '../history/case-history.ts'
import type { OfficeTime } from '../history/office-hours.ts'
import { companyDays, isLate } from './case-clock.ts'

/** What a comparison needs of one selection beside its map and findings. */
export interface SelectionFigures {
  readonly list: readonly CaseHistory[]
  readonly office: OfficeTime
  readonly cases: number
  readonly finished: number
  /** Of finished cases, undetermined ones left out. */
  readonly companyDays: readonly number[]
  readonly late: number
  /** Finished cases by the elements they passed, in order and parted by blanks. */
  readonly ways: ReadonlyMap<string, number>
}

export function selectionFigures(
  list: readonly CaseHistory[],
  office: OfficeTime,
  standards: PublishedStandards,
  now: Date,
): SelectionFigures {
  const finished = list.filter(({ status, runs }) => status === 'closed' && runs.length > 0)
  const ways = new Map<string, number>()
  for (const { runs } of finished) {
    const way = runs
      .toSorted((a, b) => a.doneMs - b.doneMs)
      .map(({ elementId }) => elementId)
      .join(' ')
    ways.set(way, (ways.get(way) ?? 0) + 1)
  }
  return {
    list,
    office,
    cases: list.length,
    finished: finished.length,
    companyDays: finished
      .map((each) => companyDays(each, standards.calendar, now))
      .filter((days) => days !== 'undetermined'),
    late: finished.filter((each) => isLate(each, standards, now)).length,
    ways,
  }
}
