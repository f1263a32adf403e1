import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { type CaseRun, moveCases } from './clients.ts'

// The people at their browsers: in a thread of their own, and with as little work to a request as may be, since they
// share the machine with what is measured. A browser would do this on another one.

export interface HttpClientsData {
  readonly url: string
  readonly cookie: string
  readonly clients: number
  readonly pairs: number
  readonly tasks: readonly { readonly caseId: string; readonly taskId: string }[]
}

const { url, cookie, clients, pairs, tasks } = workerData as HttpClientsData
const { hostname, port, host } = new URL(url)

/** One kept connection; `post` throws what came where it was not a plain 200. */
class Connection {
  readonly #socket: Socket
  #text = ''
  #answered: (text: string) => void = () => undefined
  #failed: (error: Error) => void = () => undefined

  constructor() {
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.setEncoding('utf8')
    this.#socket.on('data', (part: string) => this.#read(part))
    this.#socket.on('error', (error) => this.#failed(error))
    this.#socket.on('close', () => this.#failed(new Error('the server closed the connection')))
  }

  async post(path: string, body: string): Promise<void> {
    const answer = await new Promise<string>((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\nidempotency-key: ${randomUUID()}\r\n\r\n${body}`,
      )
    })
    if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer)
  }

  close(): void {
    this.#failed = () => undefined
    this.#socket.destroy()
  }

  /** Answers have a known length; an answer is whole when head and so many bytes are there. */
  #read(part: string): void {
    this.#text += part
    const headEnd = this.#text.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#text.slice(0, headEnd))?.[1]
    if (length === undefined) {
      this.#failed(new Error(`an answer without a length: ${this.#text}`))
      return
    }
    if (Buffer.byteLength(this.#text) < headEnd + 4 + Number(length)) return
    const whole = this.#text
    this.#text = ''
    this.#answered(whole)
  }
}

function caseRun(n: number, free: Connection[]): CaseRun {
  const task = tasks[n]
  const connection = free.pop() ?? new Connection()
  const body = JSON.stringify({ taskId: task?.taskId })
  return {
    open: async () => undefined,
    steps: Array.from({ length: pairs * 2 }, (_, step) => async () => {
      await connection.post(`/api/v1/cases/${task?.caseId}/${step % 2 === 0 ? 'claim-task' : 'release-task'}`, body)
      if (step + 1 === pairs * 2) free.push(connection)
    }),
  }
}

parentPort?.on('message', async () => {
  const free: Connection[] = []
  const round = await moveCases(clients, tasks.length, (n) => caseRun(n, free))
  for (const connection of free) connection.close()
  parentPort?.postMessage(round)
})
