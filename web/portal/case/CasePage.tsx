import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showNumber } from '../../ui/numbers.ts'
import { useMyCase } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { AccountManager } from './AccountManager.tsx'
import { CapacityNote } from './CapacityNote.tsx'
import { Clocks } from './Clocks.tsx'
import { ContactLink } from './ContactLink.tsx'
import { CounterVisits } from './CounterVisits.tsx'
import { Documents } from './Documents.tsx'
import { TodoPanel } from './TodoPanel.tsx'
import { Track } from './Track.tsx'
import { Withdraw } from './Withdraw.tsx'

/** My case like a parcel on its way: what I have to do, whose clock runs, done, now, next; who looks after me. */
export function CasePage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('portal')
  const found = useMyCase(caseId)
  if (found.isPending) return <Loading />
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />
  const view = found.data
  return (
    <Page
      title={view.profile.customerName}
      back={{ href: '/', label: t('shell.home') }}
      aside={<ContactLink name={view.accountManager?.name} />}
    >
      <Head view={view} />
      <TodoPanel view={view} />
      <CapacityNote view={view} />
      <Clocks clocks={view.clocks} />
      <Track view={view} />
      <AccountManager view={view} />
      <Documents view={view} />
      <CounterVisits visits={view.counterVisits} />
      <Withdraw view={view} />
    </Page>
  )
}

function Head({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation(['portal', 'ui'])
  const { caseNumber, customerName, kind, voltageClass, capacityKva, address } = view.profile
  return (
    <section className="section case-head">
      <p className="eyebrow">{t('case.number', { number: caseNumber })}</p>
      <h1>{customerName}</h1>
      <p>
        {t(`ui:kind.${kind}` as 'ui:kind.new')} · {t(`ui:voltageClass.${voltageClass}`)}
        {capacityKva !== null && <span className="ui-whole"> · {showNumber(capacityKva)} kVA</span>} ·{' '}
        {t(`ui:status.${view.status}`)}
      </p>
      <p className="note">{address}</p>
      {view.pause && <p className="banner banner-stopped">{t('case.paused', { reason: view.pause.reason })}</p>}
    </section>
  )
}
