import { parentPort, workerData } from 'node:worker_threads'
import { runWhatIf, type WhatIfTask } from '#insight'
import type { RunSaid } from './what-if-runs.ts'

/** The thread of one run: says how far it is, then its result or why it was refused. Whoever cancels it ends the thread. */
const port = parentPort
if (!port) throw new Error('this file is the body of a thread')
const say = (said: RunSaid): void => port.postMessage(said)

let told = 0
const result = runWhatIf(workerData as WhatIfTask, (share) => {
  // A hundred messages are enough for a bar.
  if (share - told >= 0.01) {
    told = share
    say({ kind: 'progress', share })
  }
  return true
})
say({ kind: 'done', result })
