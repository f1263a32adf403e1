import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useMe } from '../data/use-me.ts'
import { useCaseWords } from '../words/case-words.ts'
import type { Place } from './places.ts'

interface RailProps {
  readonly places: readonly Place[]
  readonly current: Place['key'] | undefined
}

/** The places of the desk at the left edge; on a narrow screen along the bottom. */
export function Rail({ places, current }: RailProps) {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const words = useCaseWords()
  const role = actor.grants.at(-1)?.role
  return (
    <nav className="rail" aria-label={t('mainNavigation')}>
      {places.map((place) => (
        <Link key={place.key} href={place.path} aria-current={place.key === current ? 'page' : undefined}>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d={place.icon} />
          </svg>
          <span>{t(`place.${place.key}`)}</span>
        </Link>
      ))}
      <p className="rail-role">{role && words.role(role)}</p>
    </nav>
  )
}
