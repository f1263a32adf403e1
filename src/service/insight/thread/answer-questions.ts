import { parentPort, workerData } from 'node:worker_threads'
import { connectDatabase, type Database, isDatabaseAway } from '#platform/database/index'
import { ResidentHistory } from '../history/resident-history.ts'
import type { Insight } from '../insight.ts'
import { ImportedLogs } from '../logs/imported-logs.ts'
import { openInsight } from '../open-insight.ts'
import type { Question, Said } from './questions.ts'

/** The thread of the reports: opens connections of its own, keeps the history, answers one question after another. */
const { connections } = workerData as { connections: Database['connections'] }
const port = parentPort
if (!port) throw new Error('this file is the body of a thread')
const say = (said: Said): void => port.postMessage(said)

type Rooms = readonly [Insight, ImportedLogs]
let rooms: Promise<Rooms> | undefined

/** Opened with the first question; where the database was away, the next question tries anew. */
function openRooms(): Promise<Rooms> {
  rooms ??= connectRooms().catch((error: unknown) => {
    rooms = undefined
    throw error
  })
  return rooms
}

async function connectRooms(): Promise<Rooms> {
  const database = await connectDatabase(connections, { clock: 'as-marked', poolSize: 3 })
  const history = new ResidentHistory(database, (progress) => say({ kind: 'reading', progress }))
  return [openInsight(database, history), new ImportedLogs(database)]
}

port.on('message', (question: Question) => void answer(question))

async function answer({ id, name, args }: Question): Promise<void> {
  try {
    const room = (await openRooms()).find((each) => name in each)
    if (!room) throw new Error(`nobody answers ${name}`)
    const report = Reflect.get(room, name) as (...each: readonly unknown[]) => Promise<unknown>
    say({ kind: 'answer', id, answer: await report.apply(room, [...args]) })
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
    say({ kind: 'failure', id, message, away: isDatabaseAway(error) })
  }
}
