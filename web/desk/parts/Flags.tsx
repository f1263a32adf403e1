import { useTranslation } from 'react-i18next'

const tones: Readonly<Record<string, string>> = {
  green: 'accent',
  important: 'outlined',
  'importance-suspected': 'outlined',
  urged: 'soon',
  suspended: 'stopped',
  paused: 'stopped',
}

/** What is special about a case, in short words with the full ones as title. */
export function Flags({ flags, full = false }: { readonly flags: readonly string[]; readonly full?: boolean }) {
  const { t } = useTranslation('desk')
  return flags.map((flag) => {
    const words = t(`flag.${flag}` as 'flag.green', { defaultValue: flag })
    return (
      <span key={flag} className={`tag ${tones[flag] ?? ''}`} title={words}>
        {full ? words : t(`flagShort.${flag}` as 'flagShort.green', { defaultValue: words })}
      </span>
    )
  })
}
