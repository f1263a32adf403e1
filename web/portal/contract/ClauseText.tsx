import { useTranslation } from 'react-i18next'
import { differenceBetween } from '#journey/contract/rules/text-difference'
import { useLanguage } from '../shell/use-language.ts'
import { type Clause, inLanguage } from './clauses.ts'

/** The text itself; where it departs from the standard, what was added and what was taken out, and whose wish it was. */
export function ClauseText({ clause }: { readonly clause: Clause }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const text = inLanguage(clause.text, language)
  if (!clause.changed) return <p className="clause-text">{text}</p>
  const parts = differenceBetween(inLanguage(clause.changed.standardText, language), text)
  return (
    <>
      <p className="clause-text">
        {parts.map((part, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text
          if (part.kind === 'added') return <ins key={index}>{part.text}</ins>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text
          if (part.kind === 'removed') return <del key={index}>{part.text}</del>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging text
          return <span key={index}>{part.text}</span>
        })}
      </p>
      <p className="note">
        {t('contract.because', { wish: clause.changed.wish })} {t('contract.legend')}
      </p>
    </>
  )
}
