import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupplyPlan } from '#journey/supply-plan/api'
import { drawSingleLine } from '#journey/supply-plan/rules/draw-single-line'
import { singleLineOfPlan } from '#journey/supply-plan/rules/single-line-of-plan'
import { ScrollRegion } from './ScrollRegion.tsx'
import './single-line.css'

/** 一次接线图 of a plan as its form has it. */
export function SingleLine({ plan, title }: { readonly plan: SupplyPlan; readonly title: string }) {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const svg = useMemo(() => drawSingleLine(singleLineOfPlan(plan, title, language)), [plan, title, language])
  return (
    <ScrollRegion className="single-line" label={title}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own pure rule, which escapes every text */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </ScrollRegion>
  )
}
