import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { stageOrder } from '../../ui/stage-words.ts'
import type { Overview } from '../data/rows.ts'
import { useCaseWords } from '../words/case-words.ts'

const order: readonly string[] = stageOrder

/** How many open cases stand in each stage, low and high voltage apart. */
export function StageCounts({ stages }: { readonly stages: Overview['stages'] }) {
  const { t } = useTranslation(['desk', 'ui'])
  const words = useCaseWords()
  const names = [...new Set(stages.map((row) => row.stage ?? ''))].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const count = (stage: string, voltageClass: string) =>
    stages.find((row) => (row.stage ?? '') === stage && row.voltageClass === voltageClass)?.cases ?? 0
  const most = Math.max(1, ...names.map((stage) => count(stage, 'lv') + count(stage, 'hv')))
  return (
    <section className="card" aria-label={t('stageCounts')}>
      <h2>{t('stageCounts')}</h2>
      <table className="table stage-counts">
        <thead>
          <tr>
            <th scope="col">{t('filter.stage')}</th>
            <th scope="col">
              <span className="ui-hidden">{t('share')}</span>
            </th>
            <th scope="col" className="number">
              {t('ui:voltageClass.lv')}
            </th>
            <th scope="col" className="number">
              {t('ui:voltageClass.hv')}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((stage) => (
            <tr key={stage}>
              <th scope="row">
                <Link href={`/cases?status=open&stage=${stage}`}>{words.stage(stage) || '—'}</Link>
              </th>
              <td>
                <span className="load-bar wide" aria-hidden="true">
                  <i className="lv" style={{ width: `${(count(stage, 'lv') / most) * 100}%` }} />
                  <i className="hv" style={{ width: `${(count(stage, 'hv') / most) * 100}%` }} />
                </span>
              </td>
              <td className="number">{count(stage, 'lv')}</td>
              <td className="number">{count(stage, 'hv')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
