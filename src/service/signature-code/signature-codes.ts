import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { PublishedStandards } from '#casefile'
import { accept, dateInShanghai, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { findCode, putCode, type SignedStep, setTriesLeft } from './store.ts'

export interface SignatureCodePorts {
  readonly database: Database
  standards(companyId: string): Promise<PublishedStandards>
  /** Brings the code to the customer's phone. */
  send(customerKey: string, code: string): Promise<void>
}

const hashOf = (step: SignedStep, code: string): string =>
  createHash('sha256')
    .update(`${step.companyId}/${step.caseId}/${step.taskId}/${step.customerKey}/${code}`)
    .digest('hex')

/** 获取签名验证码: sends six digits that count for this step alone. */
export async function askSignatureCode(
  ports: SignatureCodePorts,
  step: SignedStep,
): Promise<Result<{ validMinutes: number }>> {
  const now = ports.database.clock.now()
  const today = dateInShanghai(now)
  const standards = await ports.standards(step.companyId)
  const validMinutes = standards.setting('signature-code-minutes', today)
  const pauseSeconds = standards.setting('signature-code-pause-seconds', today)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const put = await ports.database.withCompany(step.companyId, async (tx) => {
    const before = await findCode(tx, step)
    const sinceMs = before ? now.getTime() - Date.parse(before.sent_at) : Number.POSITIVE_INFINITY
    if (sinceMs >= 0 && sinceMs < pauseSeconds * 1000) {
      return refuse({ code: 'signature-code-too-soon', data: { seconds: pauseSeconds } })
    }
    await putCode(tx, {
      company_id: step.companyId,
      case_id: step.caseId,
      task_id: step.taskId,
      customer_key: step.customerKey,
      code_hash: hashOf(step, code),
      sent_at: now.toISOString(),
      expires_at: new Date(now.getTime() + validMinutes * 60_000).toISOString(),
      tries_left: standards.setting('signature-code-attempts', today),
    })
    return accept(undefined)
  })
  if (!put.ok) return put
  await ports.send(step.customerKey, code)
  return accept({ validMinutes })
}

/** Does the code stand for this step? Each wrong try counts; a used code stands until the step is done, so that a repeat of the command finds it. */
export async function checkSignatureCode(
  ports: SignatureCodePorts,
  step: SignedStep,
  code: string,
): Promise<Result<undefined>> {
  const now = ports.database.clock.now()
  return await ports.database.withCompany(step.companyId, async (tx) => {
    const row = await findCode(tx, step)
    const fault = (name: string) => refuse({ code: 'faulty-input', faults: [{ path: 'signature.code', code: name }] })
    if (!row) return fault('signature-code-not-asked')
    if (row.tries_left <= 0 || Date.parse(row.expires_at) < now.getTime()) return fault('signature-code-run-out')
    if (timingSafeEqual(Buffer.from(row.code_hash), Buffer.from(hashOf(step, code)))) return accept(undefined)
    await setTriesLeft(tx, step, row.tries_left - 1)
    return fault('signature-code-wrong')
  })
}
