import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useDates } from '../../words/dates.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { ClockAnswer } from '../use-reports.ts'

type LateTableProps = Pick<ClockAnswer, 'late' | 'rows'>

export function LateTable({ late, rows }: LateTableProps) {
  const texts = useInsightTexts()
  const dates = useDates()
  const { t } = useTranslation('desk')
  const rule = (ruleSet: string) =>
    ruleSet === 'law' || ruleSet === 'regulator' || ruleSet === 'promise' ? texts.clocks[ruleSet] : ruleSet
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{texts.clocks.due}</th>
          <th scope="col">{texts.clocks.number}</th>
          <th scope="col">{texts.clocks.customer}</th>
          <th scope="col">{texts.clocks.node}</th>
          <th scope="col">{texts.clocks.ruleSets}</th>
        </tr>
      </thead>
      <tbody>
        {late.map(({ caseId, node, dueOn, overdue, byRuleSet }) => {
          const row = rows.find((each) => each.caseId === caseId)
          return (
            <tr key={caseId}>
              <td className={overdue ? 'is-late' : 'is-soon'}>
                {dates.day(dueOn)} {overdue ? texts.clocks.overdue : texts.clocks.coming}
              </td>
              <td>
                <Link href={`/cases/${caseId}`}>{row?.caseNumber ?? caseId}</Link>
              </td>
              <td className="cut">{row?.customerName}</td>
              <td>{t(`node.${node}` as 'node.whole', { defaultValue: node })}</td>
              <td>
                {byRuleSet.map((limit) => `${rule(limit.ruleSet)} ${dates.day(limit.dueOn)}`).join(texts.listGap)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
