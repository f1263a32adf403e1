import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTongdian } from '../../src/main.ts'
import { removeDataFolder } from '../../src/platform/database/index.ts'
import { findServerFolder } from '../../src/platform/database/server-folder.ts'
import { type ServedCase, serveCase } from '../faults/served-case.ts'

/** The database dies under the running server: callers are told so clearly, may try again, and nothing is half done. */
let dataFolder: string
let served: ServedCase

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-away-'))
  served = await serveCase(dataFolder)
})
afterAll(async () => {
  await served?.server.stop()
  removeDataFolder(dataFolder)
})

const serverPid = () => {
  const data = findServerFolder(dataFolder)?.data ?? ''
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
}

describe('the database away', () => {
  it('is said with 503 and when to try again; the same commands sent again have one effect each', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => `第 ${index} 条`)
    const away: number[] = []
    let kills = 0
    for (const [index, text] of texts.entries()) {
      if (index % 12 === 6) {
        process.kill(serverPid(), 'SIGKILL')
        kills += 1
      }
      const commandId = randomUUID()
      for (let tries = 0; ; tries += 1) {
        const reply = await served.post(text, commandId, 'en')
        if (reply.status === 200) break
        expect([reply.status, reply.code]).toEqual([503, 'database-away'])
        expect(reply.body.message).toMatch(/^[\x20-\x7e]+$/)
        away.push(index)
        if (tries > 400) throw new Error('the database did not come back')
        await sleep(25)
      }
    }
    expect(kills).toBe(5)
    expect(new Set(away).size).toBeGreaterThanOrEqual(3)
    expect(await served.listPosted()).toEqual(texts)
  }, 120_000)

  it('health says it too, and everything plays on afterwards', async () => {
    process.kill(serverPid(), 'SIGKILL')
    const seen = new Set<string>()
    for (let tries = 0; tries < 1_000 && !(seen.has('503 away') && [...seen].at(-1) === '200 up'); tries += 1) {
      const response = await fetch(`${served.server.url}/api/health`)
      const body = (await response.json()) as { database: string }
      // The last one seen stands last.
      seen.delete(`${response.status} ${body.database}`)
      seen.add(`${response.status} ${body.database}`)
      await sleep(5)
    }
    expect([...seen].sort()).toEqual(['200 up', '503 away'])
    await served.playAnother()
    expect(served.internalErrors).toEqual([])
  })
})

describe('a start that fails', () => {
  it('leaves no PostgreSQL, no folder and no socket behind', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const folder = mkdtempSync(join(tmpdir(), 'tongdian-taken-'))
    const start = startTongdian({ dataFolder: folder, port, clock: 'test', seed: 'people', log: () => undefined })
    await expect(start).rejects.toThrow('EADDRINUSE')
    taken.close()
    const place = findServerFolder(folder)
    expect(place).toBeDefined()
    expect(readdirSync(place?.data ?? '')).not.toContain('postmaster.pid')
    removeDataFolder(folder)
    expect(findServerFolder(folder)).toBeUndefined()
    expect(() => readdirSync(place?.folder ?? '')).toThrow('ENOENT')
    expect(() => readdirSync(place?.socketFolder ?? '')).toThrow('ENOENT')
  })
})
