import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { Icon } from '../../ui/Icon.tsx'
import { useDates } from '../words/dates.ts'
import { useRoomWords } from '../words/room-words.ts'

/** The verdict first, then what is open with its reason, then what is met, quietly. */
export function GateCard({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const room = useRoomWords()
  const dates = useDates()
  const isOn = view.facts.some((fact) => fact.type === 'supply-switched-on' && fact.stands)
  const missing = view.gate.filter((item) => !item.met)
  const met = view.gate.filter((item) => item.met)
  if (isOn || view.gate.length === 0) return null
  const proof = (data: Readonly<Record<string, unknown>> | undefined) => {
    const when = data?.on ?? data?.at
    return typeof when === 'string' && /^\d{4}-/.test(when) ? dates.short(when) : ''
  }
  return (
    <section className={missing.length > 0 ? 'gate' : 'gate open'} aria-label={t('gate.title')}>
      <header>
        <h2>{t(missing.length > 0 ? 'gate.cannot' : 'gate.can')}</h2>
        <span className="small">{t('gate.count', { missing: missing.length, all: view.gate.length })}</span>
      </header>
      <ul>
        {missing.map((item) => (
          <li key={item.item} className="missing">
            <Icon name="remove" small />
            <span>
              <b>{room(`gate.${item.item}`) ?? item.item}</b>
              <span className="small">{room(`refusal.gate.${item.item}`, item.data)}</span>
            </span>
            <span className="ui-hidden">{t('gate.missing')}</span>
          </li>
        ))}
        {met.map((item) => (
          <li key={item.item} className="met">
            <Icon name="check" small />
            <span>{room(`gate.${item.item}`) ?? item.item}</span>
            <span className="small number">{proof(item.data)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
