import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { loadAllLabels } from '../../ui/tasks/load-task-form.ts'

/** The rooms' own words for steps, facts and gate items, in one piece loaded after the first page. */
const loadLabels = async () =>
  Object.assign({}, ...(await loadAllLabels())) as Awaited<ReturnType<typeof loadAllLabels>>[number]

/** A word of a room by its key (`useCase.tie-in`, `fact.tied-in`, `gate.fees-settled`); undefined where no room has it. */
export function useRoomWords(): (key: string, data?: Readonly<Record<string, unknown>>) => string | undefined {
  const { i18n } = useTranslation()
  const { data: labels } = useQuery({
    queryKey: ['room-labels'],
    queryFn: loadLabels,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return (key, data) => {
    const words = labels?.[key]
    if (!words) return undefined
    return fill(i18n.language === 'en' ? words.en : words.zh, data ?? {})
  }
}

/** Puts values into `{places}` of a text; a place without value is left empty. */
export function fill(text: string, data: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name]
    return value === undefined || value === null ? '' : String(value)
  })
}

/** The step by its element, then by what is done in it; the same step may stand in a process under several elements. */
export function useStepWords(): (elementId: string, useCase: string, name?: string) => string {
  const { i18n, t } = useTranslation('desk')
  const room = useRoomWords()
  return (elementId, useCase, name) =>
    t(`element.${elementId}` as 'element.sign-off-planning', {
      defaultValue: (i18n.language !== 'en' && name) || room(`useCase.${useCase}`) || name || useCase,
    })
}
