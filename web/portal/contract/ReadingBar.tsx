import { useTranslation } from 'react-i18next'
import type { Clause } from './clauses.ts'
import type { ReadingState } from './use-reading.ts'

interface ReadingBarProps {
  readonly clauses: readonly Clause[]
  readonly reading: ReadingState
  readonly at: number
}

/** How far one has read, one cell a clause; a diamond under those that differ from the standard. */
export function ReadingBar({ clauses, reading, at }: ReadingBarProps) {
  const { t } = useTranslation('portal')
  const read = clauses.filter((clause) => reading.read.includes(clause.clauseId)).length
  const differing = clauses.filter((clause) => clause.changed).length
  return (
    <div className="reading">
      <p>
        <b>{t('contract.read', { read, all: clauses.length })}</b>
      </p>
      <div
        className="reading-bar"
        aria-hidden="true"
        style={{ gridTemplateColumns: `repeat(${clauses.length}, minmax(0, 1fr))` }}
      >
        {clauses.map((clause, index) => (
          <i
            key={clause.clauseId}
            className={[
              reading.read.includes(clause.clauseId) && 'reading-read',
              index === at && 'reading-now',
              clause.changed && 'reading-differs',
            ]
              .filter(Boolean)
              .join(' ')}
          />
        ))}
      </div>
      <p className="note">
        {differing === 0 ? t('contract.differsNone') : `◆ ${t('contract.differs', { count: differing })}`}
      </p>
    </div>
  )
}
