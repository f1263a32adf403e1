import { useTranslation } from 'react-i18next'

/** Joins words to a list, with the comma of the person's language. */
export function useList(): (words: readonly string[]) => string {
  const { i18n } = useTranslation()
  const comma = i18n.language === 'en' ? ', ' : '、'
  return (words) => words.join(comma)
}
