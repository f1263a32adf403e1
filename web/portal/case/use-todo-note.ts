import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showDay } from '../../ui/dates.ts'
import { useLanguage } from '../shell/use-language.ts'
import type { Todo } from './todo.ts'

/** What is said of a step the customer has to do, with the day the case reminds of. */
export function useTodoNote({ endsOn }: CustomerCaseView): (words: Todo['words']) => string {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const day = endsOn ? showDay(endsOn, language) : ''
  return (words) => t(`tasks.${words}.note`, { day })
}
