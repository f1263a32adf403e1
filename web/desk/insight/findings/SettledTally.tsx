import { useTranslation } from 'react-i18next'
import { fill } from '../../words/room-words.ts'
import { showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type FindingGroup, verdicts } from './finding-group.ts'

/** What auditors have said about all findings so far: open, each verdict, and how many of the settled were false alarms. */
export function SettledTally({ groups }: { readonly groups: readonly FindingGroup[] }) {
  const texts = useInsightTexts()
  const { t } = useTranslation('desk')
  const sum = (what: keyof FindingGroup['settled']) => groups.reduce((total, { settled }) => total + settled[what], 0)
  const settled = verdicts.reduce((total, verdict) => total + sum(verdict), 0)
  return (
    <p className="settled-tally small" role="status">
      <span>{fill(texts.findings.open, { count: sum('open') })}</span>
      {settled > 0 &&
        verdicts.map((verdict) => (
          <span key={verdict}>
            {t(`verdict.${verdict}`)} <b className="number">{sum(verdict)}</b>
          </span>
        ))}
      {settled > 0 && (
        <span className="quiet">
          {fill(texts.findings.falseShare, { share: showShare(sum('false-alarm') / settled), settled })}
        </span>
      )}
    </p>
  )
}
