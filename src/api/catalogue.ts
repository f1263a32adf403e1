import type { WordList } from '#casefile/room-labels'
import { accountMessages } from '#platform/accounts/index'
import { fileMessages } from '#platform/files/index'
import { createCatalogue, faultMessages, type Messages, refusalMessages } from '#platform/i18n/index'
import { ledgerMessages } from '../service/capacity-ledger/index.ts'
import { insightMessages } from '../service/insight/messages.ts'
import { networkMessages } from '../service/network/messages.ts'
import { planOptionsMessages } from '../service/plan-options/messages.ts'
import { casefileMessages } from './casefile-messages.ts'

/** Texts of the rooms' own refusals and faults, out of their labels (`refusal.…`). */
function messagesOf(labels: WordList): Messages {
  const entries = Object.entries(labels).filter(([key]) => key.startsWith('refusal.'))
  return Object.fromEntries(entries.map(([key, { zh, en }]) => [key.slice('refusal.'.length), { 'zh-CN': zh, en }]))
}

/** Every text the server can answer with; where a room says what another part already says, the general text holds. */
export function catalogueOf(labels: readonly WordList[]) {
  const general: Messages = {
    ...refusalMessages,
    ...faultMessages,
    ...accountMessages,
    ...fileMessages,
    ...casefileMessages,
    ...insightMessages,
    ...networkMessages,
    ...ledgerMessages,
    ...planOptionsMessages,
  }
  const rooms: Messages = Object.assign({}, ...labels.map(messagesOf))
  return createCatalogue([{ ...rooms, ...general }])
}
