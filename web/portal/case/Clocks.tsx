import { useTranslation } from 'react-i18next'
import type { ClockReading } from '#casefile/read-clock'
import { showDay } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LimitBar } from '../../ui/LimitBar.tsx'
import { ruleSetWords } from '../../ui/limit-words.ts'
import { stageWords } from '../../ui/stage-words.ts'
import { MoreInfo } from '../shell/MoreInfo.tsx'
import { useLanguage } from '../shell/use-language.ts'

const owners = ['company', 'customer', 'government', 'weather'] as const

/** Two clocks: the company's with its limits, law and promise side by side, and mine, which has none. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockReading[] }) {
  const { t } = useTranslation(['portal', 'ui'])
  const whole = clocks.findLast((clock) => clock.node === 'whole')
  const step = clocks.findLast((clock) => clock.node !== 'whole' && clock.endedAt === undefined)
  if (!whole) return null
  return (
    <section className="section" aria-labelledby="clocks">
      <h2 id="clocks">{t('case.clocks')}</h2>
      <div className="clocks">
        <CompanyClock clock={whole} name={t('case.whole')} />
        {step && <CompanyClock clock={step} name={stageWords(t as never, step.node)} />}
        <OwnClock clock={whole} />
      </div>
      <MoreInfo summary={t('case.why')}>
        <p>{t('case.whyText')}</p>
        <ul className="plain-list">
          {owners
            .filter((owner) => whole.daysByOwner[owner] !== 0)
            .map((owner) => (
              <li key={owner}>
                {t('case.days', { who: t(`ui:owner.${owner}`), count: countOf(whole.daysByOwner[owner]) })}
              </li>
            ))}
        </ul>
      </MoreInfo>
    </section>
  )
}

const countOf = (days: number | 'undetermined'): number => (days === 'undetermined' ? 0 : days)

function CompanyClock({ clock, name }: { readonly clock: ClockReading; readonly name: string }) {
  const { t } = useTranslation(['portal', 'ui'])
  const language = useLanguage()
  const state = clock.endedAt ? 'ended' : clock.owner === 'company' ? 'runs' : 'stands'
  return (
    <div className="clock">
      <p className="clock-name">
        <b>{t('ui:party.company')}</b>
        <span>{name}</span>
        <ClockState state={state} />
      </p>
      {clock.limits.map((limit) => (
        <div key={limit.ruleSet} className="clock-limit">
          <p>
            <span>{ruleSetWords(t as never, limit.ruleSet)}</span>
            <span className="clock-used">
              {t('case.used', { used: limit.usedDays, count: limit.limitDays })}
              {limit.dueOn && limit.dueOn !== 'undetermined' && (
                <span className={`clock-due clock-due-${limit.standing}`}>
                  {t('case.dueOn', { day: showDay(limit.dueOn, language) })}
                </span>
              )}
              {limit.dueOn === 'undetermined' && <span className="clock-due">{t('ui:limit.undetermined')}</span>}
            </span>
          </p>
          <LimitBar reading={limit} />
        </div>
      ))}
    </div>
  )
}

function OwnClock({ clock }: { readonly clock: ClockReading }) {
  const { t } = useTranslation(['portal', 'ui'])
  const days = countOf(clock.daysByOwner.customer)
  const runs = clock.endedAt === undefined && clock.owner === 'customer'
  if (days === 0 && !runs) return null
  // The same length of a day as in the company's bar above; no limit, so nothing is left to fill.
  const limitDays = Math.max(days, clock.limits[0]?.limitDays ?? 0, 1)
  const bar = { ruleSet: 'own', limitDays, usedDays: days, standing: 'on-time' } as const
  return (
    <div className="clock">
      <p className="clock-name">
        <b>{t('ui:owner.customer')}</b>
        <ClockState state={clock.endedAt ? 'ended' : runs ? 'runs' : 'stands'} />
        <span className="clock-used">{t(runs ? 'case.yours' : 'case.yoursSum', { count: days })}</span>
      </p>
      <div className="clock-own" aria-hidden="true">
        <LimitBar reading={bar} />
      </div>
    </div>
  )
}

function ClockState({ state }: { readonly state: 'runs' | 'stands' | 'ended' }) {
  const { t } = useTranslation('portal')
  return (
    <span className={`clock-state clock-state-${state}`}>
      <Icon name={state === 'runs' ? 'play' : state === 'stands' ? 'pause' : 'check'} small />
      {t(`case.${state}`)}
    </span>
  )
}
