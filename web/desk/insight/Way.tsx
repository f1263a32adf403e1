import { useTranslation } from 'react-i18next'

/** The steps of a way in a row, each by its first character, in English by its first letters; a screen reader has the names. */
export function Way({ names }: { readonly names: readonly string[] }) {
  const { i18n } = useTranslation()
  const letters = i18n.language === 'en' ? 3 : 1
  return (
    <>
      <span className="ui-hidden">{names.join(' → ')}</span>
      <span className="way" aria-hidden="true">
        {names.map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way may pass a step twice; its place is what tells them apart
          <i key={place} title={name}>
            {name.slice(0, letters)}
          </i>
        ))}
      </span>
    </>
  )
}
