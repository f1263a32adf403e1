import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { Icon } from '../../ui/Icon.tsx'
import { NextStep } from '../case/TrackSteps.tsx'

/** Steps that come only when something is wrong. */
const onlyIfWrong: readonly string[] = ['rectify-defects', 'complete-application']

/** What comes next, each step with its owner; and what one must not do. */
export function PlanNext({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const ahead = view.stages
    .filter((stage) => stage.state === 'next')
    .flatMap((stage) => stage.steps)
    .filter((step) => !onlyIfWrong.includes(step.useCase))
  return (
    <section className="section" aria-labelledby="next">
      <h2 id="next">{t('plan.nextTitle')}</h2>
      <ol className="track-next-steps">
        {ahead.map((step) => (
          <NextStep key={step.elementId} step={step} />
        ))}
      </ol>
      <p className="banner banner-caution">
        <Icon name="no" small />
        <span>{t('plan.caution')}</span>
      </p>
    </section>
  )
}
