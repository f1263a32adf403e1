import type { CustomerCaseView } from '#casefile/views/customer-view'
import type { Language } from '../../i18n/language.ts'
import type { Choice } from '../../ui/form/form-context.ts'

interface NoticeBody {
  readonly missing?: readonly { readonly document: string; readonly nameZh?: string; readonly nameEn?: string }[]
}

/** Documents that may be handed in now: those the notice names missing, and the open supplements. */
export function missingChoices(view: CustomerCaseView, language: Language): readonly Choice[] {
  const notice = view.facts.findLast((fact) => fact.type === 'one-time-notice-given')?.body as NoticeBody | undefined
  const named = [...(notice?.missing ?? []), ...view.supplements]
  const choices = named.map(({ document, nameZh, nameEn }) => ({
    value: document,
    label: (language === 'en' ? nameEn : nameZh) ?? nameZh ?? document,
  }))
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()]
}
