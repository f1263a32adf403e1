import { useTranslation } from 'react-i18next'
import type { SupplyPlan } from '#journey/supply-plan/api'
import { showNumber } from '../../ui/numbers.ts'
import { MoreInfo } from '../shell/MoreInfo.tsx'
import { capacityOf, existingOf, voltageOf } from './plan-words.ts'

/** Capacity, voltage, sources, metering: each with its figure and, when asked for, what it means. */
export function WhatYouGet({ plan }: { readonly plan: SupplyPlan }) {
  const { t } = useTranslation('portal')
  const isLow = plan.voltageKv < 1
  const kv = showNumber(plan.voltageKv)
  const transformers = plan.transformers
    .map(({ capacityKva, count }) => t('plan.transformer', { capacity: showNumber(capacityKva), count }))
    .join('，')
  const mode = plan.metering[0]?.meteringMode ?? 'll'
  const count = plan.sources.length
  const operation = plan.sources[0]?.operationMode ?? 'single'
  const existing = existingOf(plan)
  const rows: readonly { name: string; value: string; note?: string; meaning: string }[] = [
    {
      name: t('plan.capacity'),
      value: capacityOf(plan),
      ...(existing && { note: t('plan.existing', { existing }) }),
      meaning: transformers === '' ? t('plan.capacityWhatLv') : t('plan.capacityWhat', { transformers }),
    },
    {
      name: t('plan.voltage'),
      value: voltageOf(plan),
      meaning: isLow ? t('plan.voltageWhatLv') : t('plan.voltageWhatHv', { kv }),
    },
    {
      name: t('plan.supply'),
      value: count === 1 ? t('plan.oneSource') : t('plan.manySources', { count, mode: t(`plan.mode.${operation}`) }),
      meaning: t(count === 1 ? 'plan.oneSourceWhat' : 'plan.manySourcesWhat'),
    },
    { name: t('plan.metering'), value: t(`plan.meteringMode.${mode}`), meaning: t(`plan.meteringWhat.${mode}`) },
  ]
  return (
    <section className="section" aria-labelledby="get">
      <h2 id="get">{t('plan.get')}</h2>
      <ul className="meant">
        {rows.map((row) => (
          <li key={row.name}>
            <span className="meant-name">{row.name}</span>
            <b>{row.value}</b>
            {row.note && <span className="note">{row.note}</span>}
            <MoreInfo summary={t('plan.meaning')}>
              <p>{row.meaning}</p>
            </MoreInfo>
          </li>
        ))}
      </ul>
    </section>
  )
}
