import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { stepCount } from '../process/bench-case.ts'
import { type CaseRun, moveCases, type Round } from '../process/clients.ts'

/** Another engine on the same server: `round` moves cases of the same length with 16 clients. */
export interface Peer {
  readonly name: string
  round(cases: number): Promise<Round>
  close(): Promise<void>
}

const clients = 16
let serial = 0

function nextCaseId(): string {
  serial += 1
  return `case-${serial}`
}

/** A case whose every transition is the same call. */
const sameSteps = (open: () => Promise<void>, step: (n: number) => Promise<void>): CaseRun => ({
  open,
  steps: Array.from({ length: stepCount }, (_, n) => () => step(n)),
})

/** pg-boss: a worker fetches a job, sends the next and completes the first. */
export async function openPgBoss(owner: pg.ClientConfig): Promise<Peer> {
  const boss = new PgBoss({ ...(owner as object), schema: 'peer_boss', max: 8 })
  boss.on('error', () => undefined)
  await boss.start()
  for (let n = 0; n < clients; n += 1) await boss.createQueue(`q${n}`)
  const free = Array.from({ length: clients }, (_, n) => `q${n}`)
  return {
    name: 'pg-boss',
    round: (cases) =>
      moveCases(clients, cases, () => {
        const queue = free.pop() ?? 'q0'
        return sameSteps(
          async () => void (await boss.send(queue, { step: 0 })),
          async (n) => {
            const [job] = await boss.fetch<{ step: number }>(queue)
            if (!job) throw new Error('pg-boss gave no job')
            if (n + 1 < stepCount) await boss.send(queue, { step: n + 1 })
            await boss.complete(queue, job.id)
            if (n + 1 === stepCount) free.push(queue)
          },
        )
      }),
    close: () => boss.stop({ graceful: false }),
  }
}

/** What of DBOS is used; its package is installed only for this benchmark. */
interface Dbos {
  setConfig(config: object): void
  launch(): Promise<void>
  shutdown(): Promise<void>
  registerWorkflow<Args extends unknown[]>(
    work: (...args: Args) => Promise<void>,
    config: { name: string },
  ): (...args: Args) => Promise<void>
  startWorkflow<Args extends unknown[]>(
    work: (...args: Args) => Promise<void>,
    config: { workflowID: string },
  ): (...args: Args) => Promise<unknown>
  send(workflowId: string, message: unknown, topic: string): Promise<void>
  recv(topic: string, timeoutSeconds: number): Promise<unknown>
  runStep(step: () => Promise<void>, config: { name: string }): Promise<void>
}

const dbosPackage: string = '@dbos-inc/dbos-sdk'

/** DBOS: a workflow waits for a message for each human task and then runs a step. */
export async function openDbos(url: string): Promise<Peer> {
  const { DBOS } = (await import(dbosPackage)) as { DBOS: Dbos }
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: url,
    systemDatabasePoolSize: 12,
    logLevel: 'error',
  })
  const done = new EventEmitter().setMaxListeners(0)
  const workflow = DBOS.registerWorkflow(
    async (id: string) => {
      for (let n = 0; n < stepCount; n += 1) {
        await DBOS.recv('task', 60)
        await DBOS.runStep(async () => undefined, { name: `step-${n}` })
        done.emit(`${id}/${n}`)
      }
    },
    { name: 'human-tasks' },
  )
  await DBOS.launch()
  return {
    name: 'DBOS',
    round: (cases) =>
      moveCases(clients, cases, () => {
        const id = nextCaseId()
        return sameSteps(
          async () => void (await DBOS.startWorkflow(workflow, { workflowID: id })(id)),
          async (n) => {
            const finished = new Promise<void>((resolve) => done.once(`${id}/${n}`, () => resolve()))
            await DBOS.send(id, { n }, 'task')
            await finished
          },
        )
      }),
    close: () => DBOS.shutdown(),
  }
}

/** bpmn-engine: the engine's whole state is saved after each human task. */
export async function openBpmnEngine(owner: pg.ClientConfig): Promise<Peer> {
  const pool = new pg.Pool({ ...owner, max: 8 })
  pool.on('error', () => undefined)
  await pool.query('create table if not exists peer_bpmn (id text primary key, state text not null)')
  const ids = ['start', ...Array.from({ length: stepCount }, (_, n) => `step${n}`), 'end']
  const flows = ids.slice(1).map((to, n) => `<sequenceFlow id="f${n}" sourceRef="${ids[n]}" targetRef="${to}" />`)
  const tasks = ids.slice(1, -1).map((id) => `<userTask id="${id}" />`)
  const source = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="bench">
<process id="p" isExecutable="true"><startEvent id="start" />${tasks.join('')}<endEvent id="end" />${flows.join('')}</process></definitions>`
  // The file is read once, as the product compiles its processes once; the engine keeps what it read under this symbol.
  const parsed = new Engine({ name: 'parse', source })
  const sources = Reflect.get(parsed, Symbol.for('pending sources')) as Iterable<Promise<unknown>>
  const sourceContext = await [...sources][0]
  return {
    name: 'bpmn-engine',
    round: (cases) =>
      moveCases(clients, cases, () => {
        const id = nextCaseId()
        const waiting: { id: string; signal(): void }[] = []
        const listener = new EventEmitter()
        listener.on('activity.wait', (api: { id: string; signal(): void }) => waiting.push(api))
        const engine = new Engine({ name: id, listener } as never)
        engine.addSource({ sourceContext } as never)
        const save = async (text: string) => {
          const state = JSON.stringify(await engine.getState())
          await pool.query(text, [id, state])
        }
        return sameSteps(
          async () => {
            await engine.execute()
            await save('insert into peer_bpmn values ($1, $2)')
          },
          async (n) => {
            const task = waiting.find((api) => api.id === `step${n}`)
            if (!task) throw new Error(`bpmn-engine does not wait at step${n}`)
            task.signal()
            await save('update peer_bpmn set state = $2 where id = $1')
          },
        )
      }),
    close: () => pool.end(),
  }
}
