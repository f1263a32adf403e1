import { useTranslation } from 'react-i18next'
import type { ComparedPlan, PlanComparison } from '#casefile'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { useList } from '../words/list-words.ts'

const wan = (fen: number): string => (fen / 1_000_000).toFixed(1)

/**
 * The plan beside what the system drafted on the same network: what was changed, and what that costs. Estimates are the
 * company's own.
 */
export function PlanCompared({ comparison: { plan, draft, best } }: { readonly comparison: PlanComparison }) {
  const { t } = useTranslation('desk')
  const list = useList()
  const drafted = [draft, ...(best && best.rank !== draft?.rank ? [best] : [])].filter((each) => each !== null)
  if (drafted.length === 0) return <p className="small quiet">{t('evidence.comparedNone')}</p>
  const columns: readonly ComparedPlan[] = [plan, ...drafted]
  const rows: readonly (readonly [string, (each: ComparedPlan) => string, boolean])[] = [
    [t('evidence.from'), (each) => list(each.accessPoints), false],
    [t('evidence.line'), (each) => list(each.conductors), false],
    [t('evidence.comparedLength'), ({ lengthM }) => String(lengthM), true],
    [t('evidence.comparedFailed'), ({ failed }) => String(failed), true],
    [t('evidence.comparedCost'), ({ lowFen, highFen }) => `${wan(lowFen)}～${wan(highFen)}`, true],
    [t('evidence.comparedLife'), ({ lifeCycleFen }) => wan(lifeCycleFen), true],
  ]
  return (
    <ScrollRegion className="evidence-scroll" label={t('evidence.compared')}>
      <table>
        <caption className="small">{t('evidence.compared')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('evidence.comparedThis')}</th>
            {drafted.map(({ rank }) => (
              <th key={rank} scope="col">
                {t('evidence.comparedDraft', { rank })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of, isNumber]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a plan is its column
                <td key={at} className={isNumber ? 'number left' : undefined}>
                  {of(each)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
