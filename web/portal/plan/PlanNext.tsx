import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import type { SupplyPlan } from '#journey/supply-plan/api'
import { Icon } from '../../ui/Icon.tsx'
import { stageWords } from '../../ui/stage-words.ts'
import { NextSteps } from '../case/TrackSteps.tsx'

/** What comes next, stage by stage with who does it; and what one must not do. */
export function PlanNext({ view, plan }: { readonly view: CustomerCaseView; readonly plan: SupplyPlan }) {
  const { t } = useTranslation('portal')
  const ahead = view.stages.filter((stage) => stage.state === 'next')
  return (
    <section className="section" aria-labelledby="next">
      <h2 id="next">{t('plan.nextTitle')}</h2>
      {(plan.preconditions ?? []).length > 0 && <p>{t('plan.gridFirst')}</p>}
      <ol className="stages-ahead">
        {ahead.map((stage) => (
          <li key={stage.stage}>
            <h3>{stageWords(t as never, stage.stage)}</h3>
            <NextSteps steps={stage.steps} />
          </li>
        ))}
      </ol>
      <p className="banner banner-caution">
        <Icon name="no" small />
        <span>{t('plan.caution')}</span>
      </p>
    </section>
  )
}
