import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { withUnit } from '../../ui/numbers.ts'

interface Meter {
  readonly meterNumber: string
  readonly readings: Readonly<Record<string, number>>
}

/** Number and first readings of each meter, to compare with what stands on it before signing. */
export function MeterReadings({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const body = view.facts.findLast((fact) => fact.type === 'meter-installed')?.body
  const meters = (body?.meters ?? []) as unknown as readonly Meter[]
  return (
    <dl className="facts">
      {meters.map((meter) => (
        <div key={meter.meterNumber}>
          <dt>{t('tasks.meter', { number: meter.meterNumber })}</dt>
          <dd>{withUnit(meter.readings.totalKwh ?? 0, 'kWh')}</dd>
        </div>
      ))}
    </dl>
  )
}
