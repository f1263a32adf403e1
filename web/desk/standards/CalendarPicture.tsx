import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type CalendarYear, type PlainDate, readCalendarYear, weekdayOf } from '#kernel'

/** A year as twelve months: days off, weekends, and weekend days that are worked. */
export function CalendarPicture({ content }: { readonly content: string }) {
  const { t, i18n } = useTranslation('desk')
  const year = useMemo(() => {
    const read = readCalendarYear(JSON.parse(content))
    return read.ok ? read.value : undefined
  }, [content])
  if (!year) return null
  const month = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' })
  return (
    <figure className="calendar-year">
      <figcaption>
        <span className="legend off">{t('calendar.off', { count: year.holidays.length })}</span>
        <span className="legend made-up">{t('calendar.madeUp', { count: year.makeUpDays.length })}</span>
        <span className="legend weekend">{t('calendar.weekend')}</span>
        <span className="quiet small">
          {year.source} {year.confidence}
        </span>
      </figcaption>
      <div className="months">
        {Array.from({ length: 12 }, (_, index) => (
          <Month
            // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
            key={index}
            year={year}
            index={index}
            name={month.format(new Date(Date.UTC(year.year, index, 1)))}
          />
        ))}
      </div>
    </figure>
  )
}

interface MonthProps {
  readonly year: CalendarYear
  readonly index: number
  readonly name: string
}

function Month({ year, index, name }: MonthProps) {
  const { t, i18n } = useTranslation('desk')
  const first = `${year.year}-${String(index + 1).padStart(2, '0')}-01` as PlainDate
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'narrow', timeZone: 'UTC' })
  const days = Array.from({ length: 31 }, (_, day) => addDays(first, day)).filter((day) =>
    day.startsWith(first.slice(0, 7)),
  )
  const kindOf = (day: PlainDate) =>
    year.holidays.includes(day)
      ? 'off'
      : year.makeUpDays.includes(day)
        ? 'made-up'
        : weekdayOf(day) > 5
          ? 'weekend'
          : 'work'
  return (
    <section className="month" aria-label={name}>
      <h3>{name}</h3>
      <ol>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <li key={day} className="weekday" aria-hidden="true">
            {weekday.format(new Date(Date.UTC(2026, 5, day)))}
          </li>
        ))}
        {days.map((day) => {
          const kind = kindOf(day)
          return (
            <li key={day} className={kind} style={day === first ? { gridColumnStart: weekdayOf(first) } : undefined}>
              {Number(day.slice(8))}
              {kind !== 'work' && <span className="ui-hidden"> {t(`dayMark.${kind}`)}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
