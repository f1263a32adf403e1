import { useTranslation } from 'react-i18next'
import type { FactView } from '#casefile/views/staff-view'
import { ruleSetWords } from '../../ui/limit-words.ts'
import { usePeople } from '../data/queries.ts'
import { fill, useRoomWords, useStepWords } from './room-words.ts'

/** Bookkeeping of the process itself: told only when everything is asked for. */
const bookkeeping: ReadonlySet<string> = new Set([
  'variables-set',
  'profile-changed',
  'process-started',
  'stage-started',
  'stage-ended',
  'task-opened',
  'task-completed',
  'task-assigned',
  'clock-started',
  'clock-ended',
  'clock-reopened',
  'document-received',
  'document-issued',
  'document-signed',
  'work-voided',
  'task-voided',
  'signature-voided',
  'message-posted',
  'limit-warned',
  'supplement-asked',
  'limit-escalated',
  'contract-text-fixed',
])

/** A fact in words: what happened, who did it, and the few particulars worth a line. */
export function useFactWords() {
  const { t, i18n } = useTranslation('desk')
  const { t: ui } = useTranslation('ui')
  const room = useRoomWords()
  const stepWords = useStepWords()
  const { data: people } = usePeople()
  const text = (body: FactView['body'], key: string) => (typeof body[key] === 'string' ? String(body[key]) : '')
  return {
    isKey: (type: string) => !bookkeeping.has(type),
    title: ({ type, body }: FactView) => {
      const words = room(`fact.${type}`, body) ?? t(`fact.${type}` as 'fact.case-opened', { defaultValue: type })
      const about = ['task-opened', 'task-completed', 'task-voided'].includes(type)
        ? stepWords(text(body, 'elementId'), text(body, 'useCase'))
        : text(body, 'name')
      const named = text(body, i18n.language === 'en' ? 'nameEn' : 'nameZh')
      return fill(words, { ...body, about }) + (named && t('named', { name: named }))
    },
    /** Lines under the title: a correction's old and new value, a reason, an opinion. */
    details: ({ type, body }: FactView): readonly string[] => {
      const lines: string[] = []
      if (type === 'value-corrected') {
        const field = t(`profile.${text(body, 'field')}` as 'profile.address', { defaultValue: text(body, 'field') })
        lines.push(t('corrected', { field, old: String(body.oldValue ?? '—'), now: String(body.newValue) }))
      }
      if (text(body, 'ruleSet') && text(body, 'dueOn')) {
        const rule = ruleSetWords(ui, text(body, 'ruleSet'))
        lines.push(t('limitOf', { rule, days: String(body.limitDays), due: text(body, 'dueOn').slice(5) }))
      }
      if (type === 'finding-settled') lines.push(t(`verdict.${text(body, 'verdict')}` as 'verdict.confirmed'))
      for (const key of ['reason', 'because', 'opinion', 'note', 'cause']) {
        if (text(body, key)) lines.push(text(body, key))
      }
      return lines
    },
    /** One passed limit in a line: whose rule, of which step, how long, until when. */
    limit: ({ body }: FactView): string => {
      const node = text(body, 'node')
      return t('limitPassed', {
        rule: ruleSetWords(ui, text(body, 'ruleSet')),
        node: t(`node.${node}` as 'node.whole', { defaultValue: node }),
        days: Number(body.limitDays),
        due: text(body, 'dueOn').slice(5),
      })
    },
    who: ({ by, byName }: FactView) => {
      if (byName) return byName
      const [kind, id] = [by.slice(0, by.indexOf(':')), by.slice(by.indexOf(':') + 1)]
      if (kind === 'staff') return people?.staff.find((member) => member.staffId === id)?.name ?? id
      return t(kind === 'customer' ? 'party.customer' : 'party.system')
    },
  }
}
