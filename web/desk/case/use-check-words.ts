import { useTranslation } from 'react-i18next'
import { isShareOfOne } from '#journey/supply-plan/rules/network-rule-names'
import type { PlanCheck } from '#journey/supply-plan/rules/plan-check'
import { useRoomWords } from '../words/room-words.ts'

/** `metering.2.ctRatio` in words: what is checked, of which source; choices by their own names. */
export function useCheckWords() {
  const { t } = useTranslation('desk')
  const room = useRoomWords()
  return {
    name(check: string): string {
      const [subject = '', number = '', last] = check.split('.')
      const name = room(`check.${last ?? check}`) ?? last ?? check
      if (last === undefined) return name
      return `${t(subject === 'transformer' ? 'evidence.transformerNumber' : 'routes.source', { number })} ${name}`
    },
    value(check: string, value: PlanCheck['number']): string {
      if (value === null) return '—'
      if (typeof value === 'number' && isShareOfOne(check)) return `${Number((100 * value).toFixed(1))} %`
      if (typeof value === 'boolean') return t(value ? 'evidence.yes' : 'evidence.no')
      const field = check.split('.').at(-1) ?? check
      return room(`value.${field}.${String(value)}`) ?? String(value)
    },
  }
}
