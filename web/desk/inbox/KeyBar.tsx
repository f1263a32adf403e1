import { useTranslation } from 'react-i18next'
import { Keys } from '../parts/Keys.tsx'

const keys = [
  ['J', 'down'],
  ['K', 'up'],
  ['Enter', 'open'],
  ['C', 'claim'],
  ['T', 'transfer'],
  ['U', 'urge'],
  ['X', 'choose'],
  ['?', 'help'],
] as const

/** The keys of the list, always in sight. */
export function KeyBar() {
  const { t } = useTranslation('desk')
  return (
    <footer className="key-bar">
      {keys.map(([key, what]) => (
        <span key={key}>
          <Keys keys={key} /> {t(`key.${what}`)}
        </span>
      ))}
    </footer>
  )
}
