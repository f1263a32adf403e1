import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactView, StaffCaseView } from '#casefile/views/staff-view'
import { useWorkingCalendar } from '../data/working-days.ts'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'
import { useFactWords } from '../words/fact-words.ts'
import { bandsOf, entriesOf } from './timeline-entries.ts'

/** 经过: what happened, newest first; whose days lay between; corrections and voided facts in sight. */
export function Timeline({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const [everything, setEverything] = useState(false)
  const calendar = useWorkingCalendar()
  const dates = useDates()
  const words = useCaseWords()
  const factWords = useFactWords()
  const bands = useMemo(() => bandsOf(view.facts, calendar, dates.plain), [view.facts, calendar, dates])
  const shown = everything ? view.facts : view.facts.filter((fact) => factWords.isKey(fact.type))
  const entries = entriesOf(shown, bands)
  return (
    <ScrollRegion className="timeline" label={t('timeline')}>
      <header className="row">
        <h2>{t('timeline')}</h2>
        <span className="small quiet">{t('entries', { count: shown.length })}</span>
        <button
          type="button"
          className="button text small"
          aria-pressed={everything}
          onClick={() => setEverything(!everything)}
        >
          {t(everything ? 'onlyKey' : 'showAll')}
        </button>
      </header>
      <ol>
        {entries.map((entry) =>
          entry.kind === 'band' ? (
            <li key={`band ${entry.band.from}`} className={`band ${entry.band.owner}`}>
              {t('band', {
                party: words.party(entry.band.owner),
                days: entry.band.days === 'undetermined' ? '?' : entry.band.days,
              })}
              {entry.band.owner !== 'company' && t('bandStopped')}
            </li>
          ) : entry.kind === 'breaches' ? (
            <BreachesItem key={entry.facts[0]?.seq} facts={entry.facts} />
          ) : (
            <FactItem key={entry.fact.seq} fact={entry.fact} />
          ),
        )}
      </ol>
    </ScrollRegion>
  )
}

/** Limits passed one after another: how many, and each in a line of its own. */
function BreachesItem({ facts }: { readonly facts: readonly FactView[] }) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const factWords = useFactWords()
  const last = facts[0]
  if (!last) return null
  return (
    <li className="fact breaches">
      <time className="fact-day" dateTime={last.recordedAt}>
        {dates.short(last.recordedAt)}
      </time>
      <div>
        <p>{t('breaches', { count: facts.length })}</p>
        {facts.map((fact) => (
          <p key={fact.seq} className="small fact-detail">
            {factWords.limit(fact)}
          </p>
        ))}
      </div>
    </li>
  )
}

function FactItem({ fact }: { readonly fact: FactView }) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const factWords = useFactWords()
  const isLater = dates.plain(fact.happenedAt) !== dates.plain(fact.recordedAt)
  return (
    <li className={fact.type === 'value-corrected' ? 'fact correction' : 'fact'}>
      <time className="fact-day" dateTime={fact.recordedAt}>
        {dates.short(fact.recordedAt)}
      </time>
      <div>
        {fact.stands ? (
          <p>{factWords.title(fact)}</p>
        ) : (
          <p>
            <s>{factWords.title(fact)}</s> <span className="tag stopped">{t('voidedMark')}</span>
          </p>
        )}
        <p className="small quiet">
          {factWords.who(fact)} · {dates.time(fact.recordedAt)}
          {isLater && t('happened', { at: dates.instant(fact.happenedAt) })}
        </p>
        {factWords.details(fact).map((line) => (
          <p key={line} className="small fact-detail">
            {line}
          </p>
        ))}
      </div>
    </li>
  )
}
