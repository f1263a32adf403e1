import { useTranslation } from 'react-i18next'
import { groundWord } from '#journey/works/rules/ground-words'
import type { PlanOption } from '#service/plan-options/draft-plans'
import { SingleLine } from '../parts/SingleLine.tsx'
import { useList } from '../words/list-words.ts'
import { fill } from '../words/room-words.ts'
import { checksOf, isOpen, measured } from './plan-figures.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import { useRuleNames } from './use-rule-names.ts'
import { VoltageProfile } from './VoltageProfile.tsx'

const signs = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' } as const

interface PlanProofProps {
  readonly plan: Pick<PlanOption, 'sources' | 'form' | 'checks'>
  readonly voltageKv: number
}

/** What proves a plan: every rule with its figure, limit and source, what fails first; profile, crossings, diagram. */
export function PlanProof({ plan, voltageKv }: PlanProofProps) {
  const texts = usePlanTexts()
  const ruleName = useRuleNames()
  const checks = checksOf(plan).toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
  return (
    <>
      <h3>{texts.checksTitle}</h3>
      <table className="table checks">
        <thead>
          <tr>
            <th scope="col">{texts.check.rule}</th>
            <th scope="col" className="number">
              {texts.check.value}
            </th>
            <th scope="col" className="number">
              {texts.check.limit}
            </th>
            <th scope="col">{texts.check.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may be held against two sources
            <tr key={at} className={isOpen(check) ? 'open-checks' : undefined} title={`${check.at} · ${check.source}`}>
              <th scope="row">
                {ruleName(check.rule)}
                {isOpen(check) && <span className="small"> {check.at}</span>}
              </th>
              <td className="number">{measured(check, check.value, texts.unknownValue)}</td>
              <td className="number">
                {signs[check.comparison]} {measured(check, check.limit, '')}
              </td>
              <td>{texts.verdict[check.verdict]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place
        <section key={at}>
          {plan.sources.length > 1 && <h3>{fill(texts.source, { number: at + 1 })}</h3>}
          <Crossings crossings={source.route.crossings} />
          {source.phase && <p className="small">{fill(texts.phase, { phase: source.phase })}</p>}
          {source.transfer && (
            <p className="small">
              {fill(texts.transfer, { kva: Math.round(source.transfer.kva), feeder: source.transfer.toFeeder })}
            </p>
          )}
          {source.transformerTransfer && (
            <p className="small">{fill(texts.feederMove, { section: source.transformerTransfer.toBusSection })}</p>
          )}
          <VoltageProfile source={source} voltageKv={voltageKv} />
        </section>
      ))}
      <h3>{texts.diagram}</h3>
      <SingleLine plan={plan.form} title={texts.diagram} />
    </>
  )
}

function Crossings({ crossings }: { readonly crossings: Readonly<Record<string, number>> }) {
  const texts = usePlanTexts()
  const { i18n } = useTranslation()
  const list = useList()
  const found = Object.entries(crossings).filter(([, count]) => count > 0)
  const said = list(found.map(([kind, count]) => `${groundWord(kind, i18n.language === 'en' ? 'en' : 'zh')} ${count}`))
  return <p className="small">{found.length > 0 ? fill(texts.crossings, { list: said }) : texts.noCrossings}</p>
}
