import { type CaseFile, type CaseFiles, type Outcome, uuidOf } from '#casefile'
import { accept, type Result, refuse } from '#kernel'
import type { Message, MessageHandler } from '#platform/jobs/index'
import { findHandedOver, isRecorded } from './rules/billing-standing.ts'
import { billingHandOverKind } from './set-up-billing.ts'

export interface BillingPorts {
  /** Where the billing system listens (`BILLING_URL`); without it the messages wait in the queue. */
  readonly url: string | undefined
  readonly caseFiles: Pick<CaseFiles, 'record'>
  readonly timeoutMs?: number
}

/**
 * Sends billing records to an HTTP receiver. The outbox delivers at least once and under one message id, which goes along as
 * `Idempotency-Key`; the receiver may fail, answer twice, late or out of order. What it confirmed is recorded exactly once
 * for each message id. Throwing means: not delivered, the queue tries again.
 */
export function billingHandlers(ports: BillingPorts): Record<string, MessageHandler> {
  const { url, caseFiles, timeoutMs = 10_000 } = ports
  if (!url) return {}
  return {
    [billingHandOverKind]: async (message) => {
      const answer = await post(url, message, timeoutMs)
      if (answer.status >= 400 && answer.status < 500 && !isTemporary(answer.status)) {
        // Nothing our repeating can cure: somebody must see it, and the receiver may still be put right.
        await record(caseFiles, message, 'billing-refused', {
          status: answer.status,
          reason: answer.text.slice(0, 500),
        })
      }
      if (answer.status < 200 || answer.status > 299) throw new Error(`billing answered ${answer.status}`)
      const confirmed = readConfirmation(answer.text)
      if (confirmed !== message.messageId)
        throw new Error(`billing confirmed ${confirmed ?? 'nothing'}, not ${message.messageId}`)
      await record(caseFiles, message, 'billing-confirmed', {})
    },
  }
}

/** Busy, not ready, too early: worth another try without anybody being told. */
const isTemporary = (status: number) => [408, 409, 425, 429].includes(status)

async function post(url: string, { messageId, caseId, body }: Message, timeoutMs: number) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': messageId },
    body: JSON.stringify({ messageId, caseId, caseNumber: body.caseNumber, record: body.record }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  return { status: response.status, text: await response.text() }
}

/** The message id a receiver echoes: `{"messageId": "…"}`; anything else is no confirmation. */
function readConfirmation(text: string): string | undefined {
  try {
    const answer = JSON.parse(text) as { messageId?: unknown } | null
    return typeof answer?.messageId === 'string' ? answer.messageId : undefined
  } catch {
    return undefined
  }
}

type BillingFact = 'billing-confirmed' | 'billing-refused'

async function record(
  caseFiles: BillingPorts['caseFiles'],
  { messageId, companyId, caseId }: Message,
  type: BillingFact,
  data: Readonly<Record<string, string | number>>,
): Promise<void> {
  const command = {
    actor: { kind: 'system', companyId, name: 'billing' },
    commandId: uuidOf(`${type}/${messageId}`),
    form: { messageId },
  } as const
  const recorded = await caseFiles.record(caseId, type, command, (file) =>
    decideBillingAnswer(file, type, messageId, data),
  )
  if (!recorded.ok) throw new Error(`${type} of ${messageId} refused: ${recorded.refusal.code}`)
}

/** Pure: the fact of an answer, nothing where it is recorded already, refused where the case never sent the message. */
export function decideBillingAnswer(
  file: CaseFile,
  type: BillingFact,
  messageId: string,
  data: Readonly<Record<string, string | number>> = {},
): Result<Outcome> {
  const setUp = findHandedOver(file, messageId)
  if (!setUp) return refuse({ code: 'unknown-hand-over', data: { messageId } })
  if (isRecorded(file, type, messageId)) return accept({ facts: [] })
  const body = { messageId, revision: setUp.body.revision ?? 1, ...data }
  const staffNotices =
    type === 'billing-refused'
      ? [{ template: 'billing-refused', to: ['role:marketing'], data: { reason: String(data.reason ?? '') } }]
      : []
  return accept({ facts: [{ type, body }], staffNotices })
}
