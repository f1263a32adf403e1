import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#service/insight/settling/settlement'
import { useAct } from '../../data/use-act.ts'
import { TextField } from '../../parts/Field.tsx'
import { faultAt, Refused } from '../../parts/Refused.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Finding, type FindingGroup, verdicts } from './finding-group.ts'

const shortestReason = 2

interface SettleFormProps {
  readonly kind: FindingGroup['kind']
  readonly finding: Finding
  readonly onDone: () => void
}

/** 认定: what this finding was, and why; written to the case as a fact under the auditor's name. */
export function SettleForm({ kind, finding, onDone }: SettleFormProps) {
  const texts = useInsightTexts()
  const { t } = useTranslation('desk')
  const name = useId()
  const [verdict, setVerdict] = useState<Verdict | undefined>(finding.settled?.verdict)
  const [reason, setReason] = useState(finding.settled?.reason ?? '')
  const [tried, setTried] = useState(false)
  const act = useAct(`/cases/${finding.caseId}/settle-finding`)
  const isReasoned = reason.trim().length >= shortestReason
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!verdict || !isReasoned || act.isPending) return
    const { elementId, facts } = finding
    act.mutate({ kind, elementId, facts, verdict, reason: reason.trim() }, { onSuccess: onDone })
  }
  return (
    <form className="settle-form" onSubmit={submit} noValidate>
      <Refused error={act.error} fields={['reason']} />
      <fieldset>
        <legend>{texts.findings.whatItWas}</legend>
        {verdicts.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={verdict === each} onChange={() => setVerdict(each)} />{' '}
            {t(`verdict.${each}`)}
          </label>
        ))}
        {tried && !verdict && <p className="desk-fault">{t('needed')}</p>}
      </fieldset>
      <TextField
        label={texts.findings.why}
        lines={2}
        value={reason}
        onChange={setReason}
        error={faultAt(act.error, 'reason') ?? (tried && !isReasoned ? texts.findings.whyNeeded : undefined)}
      />
      <div className="row">
        <button type="submit" className="button small primary" aria-disabled={act.isPending}>
          {texts.findings.record}
        </button>
        <button type="button" className="button small" onClick={onDone}>
          {texts.drill.close}
        </button>
        <span className="quiet small">{texts.findings.onRecord}</span>
      </div>
    </form>
  )
}
