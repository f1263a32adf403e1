import { useTranslation } from 'react-i18next'
import type { Deviation } from '#journey/supply-plan/api'
import type { PlanCheck } from '#journey/supply-plan/rules/plan-check'
import { Icon } from '../../ui/Icon.tsx'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { useCheckWords } from './use-check-words.ts'

interface PlanChecksProps {
  readonly checks: readonly PlanCheck[]
  readonly deviations: readonly Deviation[]
}

/** Every check of a plan with its figure, limit and rule: what is not met first, with the designer's reason. */
export function PlanChecks({ checks, deviations }: PlanChecksProps) {
  const { t } = useTranslation('desk')
  const against = checks.filter((check) => check.verdict !== 'met')
  const met = checks.filter((check) => check.verdict === 'met')
  return (
    <div className="evidence-checks">
      <p className={against.length > 0 ? 'evidence-verdict against' : 'evidence-verdict'}>
        <Icon name={against.length > 0 ? 'warning' : 'check'} />
        {against.length > 0
          ? t('evidence.against', { count: against.length, of: checks.length })
          : t('evidence.allMet', { count: checks.length })}
      </p>
      {against.length > 0 && <CheckTable checks={against} deviations={deviations} />}
      {met.length > 0 && (
        <details>
          <summary>{t('evidence.met', { count: met.length })}</summary>
          <CheckTable checks={met} deviations={deviations} />
        </details>
      )}
    </div>
  )
}

function CheckTable({ checks, deviations }: PlanChecksProps) {
  const { t } = useTranslation('desk')
  const words = useCheckWords()
  return (
    <ScrollRegion className="evidence-scroll" label={t('evidence.checks')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('evidence.check')}</th>
            <th scope="col">{t('evidence.found')}</th>
            <th scope="col">{t('evidence.limit')}</th>
            <th scope="col">{t('evidence.rule')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => {
            const reason = deviations.find((deviation) => deviation.check === check.check)?.reason
            return (
              <tr key={check.check} className={check.verdict}>
                <th scope="row">
                  {words.name(check.check)}
                  {check.verdict !== 'met' && (
                    <span className="small late-words"> {t(`evidence.verdict.${check.verdict}`)}</span>
                  )}
                  {reason && <span className="evidence-reason">{t('evidence.reason', { reason })}</span>}
                </th>
                <td>{words.value(check.check, check.number)}</td>
                <td>{words.value(check.check, check.limit)}</td>
                <td className="small quiet">{check.source}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
