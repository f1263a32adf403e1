import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/use-language.ts'

/**
 * A step in the reader's language: in Chinese as its process file names it; in English by the room's words, which are loaded
 * only for who reads English.
 */
export function useStepWords(): (useCase: string, chineseName: string) => string {
  const language = useLanguage()
  const { t } = useTranslation('portal')
  const { data } = useQuery({
    queryKey: ['all-labels'],
    queryFn: async () => (await import('../../ui/tasks/load-task-form.ts')).loadAllLabels(),
    enabled: language === 'en',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (useCase, chineseName) => {
    const own: string = t(`case.own.${useCase}` as 'case.own.settle-fees', { defaultValue: '' })
    if (own !== '') return own
    if (language !== 'en') return chineseName
    return data?.find((labels) => labels[`useCase.${useCase}`])?.[`useCase.${useCase}`]?.en ?? chineseName
  }
}
