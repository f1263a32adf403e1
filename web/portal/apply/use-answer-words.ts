import { useTranslation } from 'react-i18next'
import { showDay } from '../../ui/dates.ts'
import type { Choice } from '../../ui/form/form-context.ts'
import type { FormTexts } from '../../ui/form/form-texts.ts'
import type { FormValues } from '../../ui/form/form-values.ts'
import { unitOf } from '../../ui/form/units.ts'
import { withUnit } from '../../ui/numbers.ts'
import type { Need } from '../home/needs.ts'
import { useLanguage } from '../shell/use-language.ts'
import { useProofs } from './use-choices.ts'

interface GivenProof {
  readonly document?: string
  readonly file?: { readonly name: string }
}

/** An answer as a person would say it: choices in words, numbers with their unit, lists counted. */
export function useAnswerWords(
  need: Need,
  values: FormValues,
  texts: FormTexts,
  choices: Readonly<Record<string, readonly Choice[]>>,
): (path: string, value: unknown) => string {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const proofs = useProofs(need, values)
  const proofWords = (given: readonly GivenProof[]): string => {
    const [first] = given
    const proof = proofs.data?.find((entry) => entry.document === first?.document)
    if (!first?.file) return t('apply.none')
    return `${(language === 'en' ? proof?.nameEn : proof?.nameZh) ?? ''} (${first.file.name})`
  }
  return (path, value) => {
    if (path === 'documents') return proofWords((value ?? []) as readonly GivenProof[])
    if (value === undefined || value === '') return t('apply.none')
    return (
      plainWords(path, value) ??
      choices[path]?.find((choice) => choice.value === value)?.label ??
      texts.value(path, String(value))
    )
  }
  function plainWords(path: string, value: unknown): string | undefined {
    if (typeof value === 'boolean') return t(value ? 'apply.yes' : 'apply.no')
    if (Array.isArray(value)) return value.length === 0 ? t('apply.none') : t('apply.rows', { count: value.length })
    if (typeof value === 'number') return withUnit(value, unitOf(path) ?? '')
    if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return showDay(String(value), language)
    return undefined
  }
}
