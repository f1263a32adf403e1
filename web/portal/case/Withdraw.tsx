import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { ApiError } from '../../api/api-error.ts'
import { useAct } from '../data/use-act.ts'
import { MoreInfo } from '../shell/MoreInfo.tsx'

/** 撤销申请, with what it means said before it is done. */
export function Withdraw({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation(['portal', 'ui'])
  const [reason, setReason] = useState('')
  const act = useAct(view.caseId)
  const id = useId()
  const isRunning = view.status === 'open' || view.status === 'suspended'
  const isOn = view.facts.some((fact) => fact.type === 'supply-switched-on')
  if (!isRunning || isOn) return null
  const fault = act.error instanceof ApiError ? act.error : undefined
  return (
    <section className="section">
      <MoreInfo summary={t('case.withdraw')}>
        <p className="note">{t('case.withdrawNote')}</p>
        <form
          className="message-box"
          onSubmit={(event) => {
            event.preventDefault()
            act.mutate({ path: 'withdraw-application', body: { reason: reason.trim() } })
          }}
        >
          <label htmlFor={id}>{t('case.withdrawReason')}</label>
          <textarea id={id} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
          <p className="field-fault" role="alert">
            {fault && (fault.faults[0]?.message || fault.message || t('ui:state.offline'))}
          </p>
          <button type="submit" className="button button-danger" disabled={act.isPending}>
            {t('case.withdrawGo')}
          </button>
        </form>
      </MoreInfo>
    </section>
  )
}
