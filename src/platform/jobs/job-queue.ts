import { type Job, type JobResult, PgBoss } from 'pg-boss'
import type { Database } from '#platform/database/index'
import type { Message, MessageHandler, TroubleLog } from './message.ts'
import type { HandOver } from './outbox-relay.ts'

/** The job library, in a schema of its own. It keeps messages, tries them again and remembers what was done. */
export interface JobQueue {
  readonly handOver: HandOver
  /** Messages not delivered yet: waiting, being tried, or resting before the next try. */
  countOpen(): Promise<number>
  /** Runs work every night at the given hour of Asia/Shanghai, in one process of all. */
  everyNight(name: string, hour: number, work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Tried at once, then after pauses that double up to an hour, for about half a day. */
const patience = { retryLimit: 24, retryBackoff: true, retryDelayMax: 3_600 }
const batchSize = 50
const keepDoneSeconds = 14 * 24 * 3_600
const queueOf = (kind: string) => `message-${kind}`

export async function openJobQueue(
  database: Database,
  handlers: Readonly<Record<string, MessageHandler>>,
  trouble: TroubleLog,
  firstRetrySeconds: number,
): Promise<JobQueue> {
  const ensureQueue = async (kind: string) => {
    if (await boss.getQueue(queueOf(kind))) return
    const retry = { ...patience, retryDelay: firstRetrySeconds }
    await boss.createQueue(queueOf(kind), { ...retry, deleteAfterSeconds: keepDoneSeconds, notify: true })
  }
  const { silentMs, ...settings } = database.connections.app
  const boss = new PgBoss({
    ...settings,
    ...(silentMs ? { query_timeout: silentMs } : {}),
    application_name: 'tongdian jobs',
    schema: 'job',
    createSchema: false,
    max: 3,
    useListenNotify: true,
  })
  boss.on('error', (error) => trouble('job queue', asError(error)))
  await boss.start()
  for (const [kind, handler] of Object.entries(handlers)) {
    await ensureQueue(kind)
    await serve(boss, kind, handler, trouble)
  }
  return {
    async handOver(messages, execute) {
      const db = { executeSql: async (text: string, values?: unknown[]) => await execute(text, values) }
      for (const [kind, ofKind] of Map.groupBy(messages, (message) => message.kind)) {
        await ensureQueue(kind)
        await boss.insert(
          queueOf(kind),
          ofKind.map((message) => ({ id: message.messageId, data: message })),
          { db },
        )
      }
    },
    countOpen: () => countOpen(database),
    everyNight: (name, hour, work) => everyNight(boss, name, hour, work),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

/** The library tells some of its errors as plain objects. */
function asError(told: unknown): Error {
  if (told instanceof Error) return told
  const { message, ...rest } = told as { message?: unknown }
  return Object.assign(new Error(String(message)), rest)
}

async function serve(boss: PgBoss, kind: string, handler: MessageHandler, trouble: TroubleLog): Promise<void> {
  // A full batch is followed by the next at once, so that a morning's warnings do not wait for one another.
  const pace = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, batchSize, burstWhenBatchFull: true }
  const options = { ...pace, perJobResults: true } as const
  await boss.work(queueOf(kind), options, async (jobs: Job<Message>[]) => {
    const results: JobResult[] = []
    for (const job of jobs) results.push(await deliver(job, kind, handler, trouble))
    return results
  })
}

/** One message; its failure concerns no other of the batch. */
async function deliver(
  job: { readonly id: string; readonly data: Message },
  kind: string,
  handler: MessageHandler,
  trouble: TroubleLog,
): Promise<JobResult> {
  try {
    await handler(job.data)
    return { id: job.id, status: 'completed' }
  } catch (error) {
    trouble(`message ${job.id} (${kind})`, error)
    return { id: job.id, status: 'failed', output: { message: String(error) } }
  }
}

async function countOpen(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    "select count(*) as count from job.job where name like 'message-%' and state < 'completed'",
  )
  return rows[0]?.count ?? 0
}

async function everyNight(boss: PgBoss, name: string, hour: number, work: () => Promise<void>): Promise<void> {
  if (!(await boss.getQueue(name))) await boss.createQueue(name, { retryLimit: 3, retryDelay: 600 })
  await boss.work(name, { pollingIntervalSeconds: 60 }, async () => await work())
  await boss.schedule(name, `0 ${hour} * * *`, {}, { tz: 'Asia/Shanghai' })
}
