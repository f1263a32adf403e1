import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { showYuan } from '../../ui/numbers.ts'
import { Figures } from '../shell/Figures.tsx'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import type { TaskPageProps } from '../task/page-props.ts'
import { Decision } from './Decision.tsx'
import { findRepliedPlan, type RepliedPlan } from './find-plan.ts'
import { PlanCosts } from './PlanCosts.tsx'
import { PlanDiagram } from './PlanDiagram.tsx'
import { PlanNext } from './PlanNext.tsx'
import { capacityOf, voltageOf } from './plan-words.ts'
import { WhatYouGet } from './WhatYouGet.tsx'

/** The plan in plain words, from what one gets to what it costs; the full reply is one tap away; then the decision. */
export function PlanPage({ view, task, back }: TaskPageProps) {
  const { t } = useTranslation('portal')
  const found = findRepliedPlan(view)
  if (!found) return <Loading />
  const reply = view.documents.findLast((document) => document.kind.startsWith('plan-reply'))
  return (
    <Page
      title={t('plan.title')}
      back={back}
      aside={
        reply && (
          <a className="tap" href={`/api/v1/files/${view.caseId}~${reply.sha256}`} target="_blank" rel="noreferrer">
            <Icon name="file" />
            {t('plan.full')}
          </a>
        )
      }
    >
      <section className="section">
        <p className="eyebrow">{view.profile.customerName}</p>
        <h1>{t('plan.title')}</h1>
        <Lead found={found} />
      </section>
      <WhatYouGet plan={found.plan} />
      <PlanDiagram plan={found.plan} />
      <PlanCosts found={found} />
      <PlanNext view={view} plan={found.plan} />
      <Decision view={view} task={task} found={found} />
    </Page>
  )
}

function Lead({ found: { plan, dueFen } }: { readonly found: RepliedPlan }) {
  const { t } = useTranslation(['portal', 'ui'])
  const source = plan.sources[0]
  return (
    <p className="lead lead-plan">
      <Figures
        text={t('plan.lead', {
          sources: t(`plan.source.${plan.sources.length}` as 'plan.source.1', {
            defaultValue: String(plan.sources.length),
          }),
          voltage: voltageOf(plan),
          capacity: capacityOf(plan),
          feeder: source?.feeder ?? '',
          fees: t('ui:unit.yuan', { amount: showYuan(dueFen) }),
        })}
      />
    </p>
  )
}
