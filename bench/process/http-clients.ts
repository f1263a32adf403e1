import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { moveCases } from './clients.ts'

// The people at their browsers: in a thread of their own, so that asking does not slow the answering.

export interface HttpClientsData {
  readonly url: string
  readonly cookie: string
  readonly clients: number
  readonly pairs: number
  readonly tasks: readonly { readonly caseId: string; readonly taskId: string }[]
}

const { url, cookie, clients, pairs, tasks } = workerData as HttpClientsData
const agent = new Agent({ keepAlive: true, maxSockets: clients })

function post(path: string, body: string): Promise<void> {
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${response.statusCode} ${Buffer.concat(parts).toString()}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

parentPort?.on('message', async () => {
  const round = await moveCases(clients, tasks.length, (n) => ({
    open: async () => undefined,
    steps: Array.from({ length: pairs * 2 }, (_, step) => () => {
      const task = tasks[n]
      const verb = step % 2 === 0 ? 'claim-task' : 'release-task'
      return post(`/api/v1/cases/${task?.caseId}/${verb}`, JSON.stringify({ taskId: task?.taskId }))
    }),
  }))
  parentPort?.postMessage(round)
})
