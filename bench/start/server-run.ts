import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server started as a person starts it, by `npm start`. */
export interface ServerRun {
  readonly url: string
  readonly pid: number
  /** From the start of the command to the first page, and when that was (ms of the epoch). */
  readonly firstPageMs: number
  readonly firstPageAtMs: number
  stop(): Promise<void>
}

/** A port nobody listens on right now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

const patienceMs = 9 * 60_000

export async function startServer(
  root: string,
  env: Readonly<Record<string, string>>,
  port: number,
): Promise<ServerRun> {
  const from = Date.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...withoutOurs(process.env), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)))
  const url = `http://127.0.0.1:${port}`
  while (!(await showsPage(url))) {
    if (child.exitCode !== null || Date.now() - from > patienceMs) {
      await stop(child)
      throw new Error(`the server did not start:\n${said.join('').slice(-2_000)}`)
    }
    await sleep(50)
  }
  const firstPageAtMs = Date.now()
  return { url, pid: child.pid ?? 0, firstPageMs: firstPageAtMs - from, firstPageAtMs, stop: () => stop(child) }
}

/** What this process was given for itself must not help or hinder the one that is measured. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^TONGDIAN_|^DATABASE_URL$|^NODE_OPTIONS$|^npm_(?!config_registry)/.test(name),
    ),
  )
}

async function showsPage(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    const text = await response.text()
    return response.ok && text.includes('<html')
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const group = -child.pid
  process.kill(group, 'SIGTERM')
  // npm ends at once; the server below it ends what it has begun first, and a later start must not wait for that.
  while (lives(group)) await sleep(50)
}

function lives(group: number): boolean {
  try {
    process.kill(group, 0)
    return true
  } catch {
    return false
  }
}

/** Proportional memory (PSS) of every process of a run, in MiB: the server below `npm start` and the database on its data. */
export function proportionalMemoryMib(pid: number, dataFolder: string): number {
  let kib = 0
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    if (!isOfRun(Number(name), pid, dataFolder)) continue
    const pss = /^Pss:\s+(\d+) kB/m.exec(readIfThere(join('/proc', name, 'smaps_rollup')))?.[1]
    kib += Number(pss ?? 0)
  }
  return kib / 1_024
}

/** Below the started command, or a PostgreSQL whose forebear works on the data folder. */
function isOfRun(pid: number, ancestor: number, dataFolder: string): boolean {
  for (let at = pid; at > 1; at = parentOf(at)) {
    if (at === ancestor) return true
    const command = readIfThere(`/proc/${at}/cmdline`)
    if (command.includes('postgres') && command.includes(dataFolder)) return true
  }
  return false
}

const parentOf = (pid: number) => Number(/^PPid:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`))?.[1] ?? 0)

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
