import type { BackTest } from '#insight'
import { Icon } from '../../../ui/Icon.tsx'
import { fill } from '../../words/room-words.ts'
import { useWhatIfTexts } from './use-what-if.ts'

/** How near the simulation came to what then happened, or that this cannot be told. */
export function BackTestBadge({ backTest }: { readonly backTest: BackTest }) {
  const texts = useWhatIfTexts()
  if (backTest.kind === 'too-little-history') {
    return (
      <section className="back-test is-open" aria-label={texts.backTest}>
        <b>
          <Icon name="info" /> {texts.tooLittle}
        </b>
        <span className="small">{fill(texts.tooLittleWhy, { ...backTest })}</span>
      </section>
    )
  }
  const { distanceDays, thresholdDays, passed } = backTest
  const at = (days: number): number => Math.min(122, (days / (thresholdDays * 1.5)) * 122) + 2
  return (
    <section className={passed ? 'back-test is-passed' : 'back-test is-failed'} aria-label={texts.backTest}>
      <b>
        <Icon name={passed ? 'check' : 'warning'} /> {passed ? texts.passed : texts.notPassed}
      </b>
      <svg width="126" height="30" viewBox="0 0 126 30" aria-hidden="true">
        <rect x="2" y="8" width="122" height="4" rx="2" fill="var(--bar-rest)" />
        <path d={`M${at(thresholdDays)} 4v12`} stroke="var(--ink-2)" strokeWidth="1.4" />
        <circle cx={at(distanceDays)} cy="10" r="5" fill={passed ? 'var(--ok)' : 'var(--late)'} />
        <text x={at(thresholdDays)} y="28" fontSize="12" textAnchor="middle" fill="var(--ink-2)">
          {thresholdDays.toFixed(2)}
        </text>
      </svg>
      <span className="small">
        {fill(texts.distance, { distance: distanceDays.toFixed(2) })} ·{' '}
        {fill(texts.threshold, { threshold: thresholdDays.toFixed(2) })}
        {!passed && ` · ${texts.notPassedWhy}`}
      </span>
    </section>
  )
}
