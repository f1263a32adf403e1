import type { Interval, WhatIfResult } from '#insight'

/** The figures of a result as CSV with a byte order mark, as spreadsheets of the offices expect it; shares as such. */
export function outcomeCsv({ outcomes, curve }: WhatIfResult, furtherLimits: readonly number[]): string {
  const head = ['scenario', 'median_days', 'mean_days', 'p90_days', 'late_share', 'late_low', 'late_high']
  const change = ['late_change', 'change_low', 'change_high', 'work_hours_per_case', 'cost_yuan_per_case']
  const further = ['counter_visits', ...furtherLimits.map((days) => `late_share_${days}_days`)]
  const rows = outcomes.map((each) => [
    quoted(each.name),
    each.medianDays.mean,
    each.meanDays.mean,
    each.p90Days.mean,
    ...spread(each.lateShare),
    ...spread(each.lateChange),
    each.workHoursPerCase.mean,
    each.costPerCase.mean,
    each.counterVisits ?? '',
    ...furtherLimits.map((_, place) => each.furtherLate[place]?.mean ?? ''),
  ])
  const points = curve.map(({ people, lateShare, lateChange }) => [
    quoted(`one-to-one ${people}`),
    '',
    '',
    '',
    ...spread(lateShare),
    ...spread(lateChange),
    '',
    '',
  ])
  return `\ufeff${[[...head, ...change, ...further], ...rows, ...points].map((row) => row.join(',')).join('\r\n')}\r\n`
}

const spread = ({ mean, halfWidth }: Interval): readonly number[] => [mean, mean - halfWidth, mean + halfWidth]

/** A name that a spreadsheet would take for a formula is kept a text. */
const quoted = (text: string): string => `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
