import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { type Clause, inLanguage } from './clauses.ts'
import type { ReadingState } from './use-reading.ts'

interface AllClausesProps {
  readonly clauses: readonly Clause[]
  readonly reading: ReadingState
  readonly at: number
}

/** Every clause with whether it was read; a tap opens it. */
export function AllClauses({ clauses, reading, at }: AllClausesProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  return (
    <section className="section" aria-labelledby="all-clauses">
      <h2 id="all-clauses">{t('contract.all', { count: clauses.length })}</h2>
      <ol className="clause-list">
        {clauses.map((clause, index) => {
          const state = stateOf(clause.clauseId, index === at, reading)
          return (
            <li key={clause.clauseId}>
              <button
                type="button"
                className={`clause-row clause-row-${state}`}
                aria-current={index === at ? 'true' : undefined}
                onClick={() => reading.goTo(index)}
              >
                <span className="clause-number">{index + 1}</span>
                <span className="clause-title">
                  {inLanguage(clause.title, language)}
                  {clause.changed && <span className="clause-mark"> ◆</span>}
                </span>
                <span className="clause-state">
                  {state === 'read' && <Icon name="check" small />}
                  {t(`contract.state.${state}`)}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function stateOf(clauseId: string, isNow: boolean, reading: ReadingState): 'read' | 'now' | 'unread' | 'wish' {
  if (reading.wishes.some((wish) => wish.clauseId === clauseId)) return 'wish'
  if (isNow) return 'now'
  return reading.read.includes(clauseId) ? 'read' : 'unread'
}
