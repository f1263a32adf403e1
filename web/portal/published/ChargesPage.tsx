import { useTranslation } from 'react-i18next'
import { showDay } from '../../ui/dates.ts'
import { basisWords } from '../../ui/limit-words.ts'
import { useCompany } from '../data/queries.ts'
import type { PublishedCharge } from '../data/shapes.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'

/** Everything the company may charge, with its basis; what is zero stands here with its reason. */
export function ChargesPage() {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const company = useCompany()
  if (company.isPending) return <Loading />
  if (company.isError) return <Trouble error={company.error} retry={() => void company.refetch()} />
  const kinds = Map.groupBy(company.data.charges, (charge) => charge.chargeKind)
  return (
    <Page title={t('published.chargesTitle')} back={{ href: '/', label: t('shell.home') }}>
      <section className="section">
        <h1>{t('published.chargesTitle')}</h1>
        <p className="lead">{t('published.chargesNote', { phone: company.data.supervisionPhone })}</p>
        {[...kinds].map(([kind, charges]) => (
          <Charge key={kind} kind={kind} charges={charges} />
        ))}
        <h2>{t('published.gridWorks')}</h2>
        <p className="charge-price">{t('published.free')}</p>
        <p className="note">{t('published.gridWorksWhy')}</p>
        <p className="note">{t('published.today', { day: showDay(company.data.today, language) })}</p>
      </section>
    </Page>
  )
}

interface ChargeProps {
  readonly kind: PublishedCharge['chargeKind']
  readonly charges: readonly PublishedCharge[]
}

function Charge({ kind, charges }: ChargeProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const isFree = charges.every((charge) => Number(charge.yuanPerKva) === 0)
  return (
    <section className="charge">
      <h2>{t(`published.charge.${kind}`)}</h2>
      <p className="note">{t(`published.chargeWhy.${kind}`)}</p>
      {isFree ? <p className="charge-price">{t('published.free')}</p> : <ChargeTable charges={charges} />}
      <p className="note">{t('published.basis', { basis: charges[0] ? basisWords(charges[0], language) : '' })}</p>
    </section>
  )
}

function ChargeTable({ charges }: { readonly charges: readonly PublishedCharge[] }) {
  const { t } = useTranslation('portal')
  const lines = [...new Set(charges.map((charge) => charge.lineKind))]
  const byVoltage = Map.groupBy(charges, (charge) => charge.voltageKv)
  return (
    <table className="table">
      <caption className="note">{t('published.perKva')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('published.voltage')}</th>
          {lines.map((line) => (
            <th key={line} scope="col">
              {t(`published.line.${line}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...byVoltage].map(([voltageKv, row]) => (
          <tr key={voltageKv}>
            <th scope="row">{voltageKv < 1 ? t('plan.lowVoltage') : `${voltageKv} kV`}</th>
            {lines.map((line) => (
              <td key={line}>{row.find((charge) => charge.lineKind === line)?.yuanPerKva ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
