import type { PublishedStandards } from '#casefile'
import { type Indicators, indicators, indicatorsBy } from '#insight'
import type { PlainDate } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'
import { insightSetting } from '../settings.ts'
import { indicatorCases, rateGroups } from './indicator-cases.ts'

export const indicatorKeys = [
  'cases',
  'on-time-rate',
  'connection-days',
  'stages',
  'counter-visits',
  'online-share',
  'complete-at-once',
  'plan-first-pass',
  'inspection-first-pass',
  'archived-in-time',
  'satisfaction',
] as const
export type IndicatorKey = (typeof indicatorKeys)[number]

/** What an indicator means, as the published table says on the day. */
export interface IndicatorDefinition {
  readonly key: IndicatorKey
  readonly unit: string
  readonly unitEn: string
  readonly nameZh: string
  readonly nameEn: string
  readonly definitionZh: string
  readonly definitionEn: string
  readonly source: string
}

/** One value with the cases that pull it down, where it is a share. */
export interface IndicatorValue {
  readonly key: IndicatorKey
  /** Shares 0 … 1, days, counts; null where there was nothing to count. */
  readonly value: number | null
  readonly of: number
  readonly failed: readonly string[]
}

export interface IndicatorReport {
  /** The definitions in force on this day. */
  readonly onDate: PlainDate
  readonly definitions: readonly IndicatorDefinition[]
  readonly all: readonly IndicatorValue[]
  readonly byMonth: readonly { readonly month: string; readonly values: readonly IndicatorValue[] }[]
  readonly byUnit: readonly { readonly unitId: string; readonly values: readonly IndicatorValue[] }[]
  readonly connectionDaysByClass: Readonly<Record<string, number>>
}

export function indicatorReport(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  now: Date,
  today: PlainDate,
): IndicatorReport {
  const counted = indicatorCases(cases, standards, now)
  const weights = Object.fromEntries(
    rateGroups.map((group) => [group, insightSetting(standards, `on-time-weight-${group}`, today)]),
  )
  const all = indicators(counted, weights)
  const months = indicatorsBy(counted, ({ archivedMonth }) => archivedMonth, weights)
  const units = indicatorsBy(counted, ({ unit }) => unit, weights)
  const meanDays = (of: (each: (typeof counted)[number]) => boolean) =>
    mean(counted.filter(of).map((each) => each.connectionDays))
  return {
    onDate: today,
    definitions: indicatorKeys.map((key) => definitionOn(standards, key, today)),
    all: valuesOf(
      all,
      meanDays(() => true),
    ),
    byMonth: [...months]
      .map(([month, found]) => ({
        month,
        values: valuesOf(
          found,
          meanDays((each) => each.archivedMonth === month),
        ),
      }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    byUnit: [...units].map(([unitId, found]) => ({
      unitId,
      values: valuesOf(
        found,
        meanDays((each) => each.unit === unitId),
      ),
    })),
    connectionDaysByClass: all.meanConnectionDays,
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

function definitionOn(standards: PublishedStandards, key: IndicatorKey, today: PlainDate): IndicatorDefinition {
  const rows = standards.decide('indicator-definitions', { key }, today)
  const row = rows.ok ? rows.value[0] : undefined
  if (!row) throw new Error(`the table indicator-definitions has no row for ${key} on ${today}`)
  const text = (column: string) => String(row.outputs[column] ?? '')
  return {
    key,
    unit: text('unit'),
    unitEn: text('unitEn'),
    nameZh: text('nameZh'),
    nameEn: text('nameEn'),
    definitionZh: text('definitionZh'),
    definitionEn: text('definitionEn'),
    source: row.source,
  }
}

function valuesOf(found: Indicators, meanDays: number | null): readonly IndicatorValue[] {
  const number = (key: IndicatorKey, value: number | null | undefined): IndicatorValue => ({
    key,
    value: found.cases === 0 ? null : (value ?? null),
    of: found.cases,
    failed: [],
  })
  const share = (key: IndicatorKey, { rate, of, failed }: Indicators['onlineShare']): IndicatorValue => ({
    key,
    value: rate ?? null,
    of,
    failed,
  })
  const groups = Object.values(found.onTimeByGroup)
  return [
    { key: 'cases', value: found.cases, of: found.cases, failed: [] },
    {
      key: 'on-time-rate',
      value: found.onTimeRate ?? null,
      of: groups.reduce((sum, group) => sum + group.of, 0),
      failed: groups.flatMap((group) => group.failed),
    },
    number('connection-days', meanDays),
    number('stages', found.meanStages),
    number('counter-visits', found.meanCounterVisits),
    share('online-share', found.onlineShare),
    share('complete-at-once', found.completeAtOnce),
    share('plan-first-pass', found.planFirstPass),
    share('inspection-first-pass', found.inspectionFirstPass),
    share('archived-in-time', found.archivedInTime),
    number('satisfaction', found.meanSatisfaction),
  ]
}
