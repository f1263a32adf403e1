import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, median, printReport, round, say } from './report.ts'
import { cloneCleanly, readDownloads } from './start/clone.ts'
import { findFreePort, proportionalMemoryMib, startServer } from './start/server-run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const mib = 2 ** 20
const laterStarts = 3

/**
 * What a newcomer meets: a clean clone with an empty npm cache to the first page, later starts, and the memory of server
 * and database after all stories. Measures what is committed.
 */
export async function run(): Promise<void> {
  const clone = cloneCleanly(root)
  chmodSync(dirname(clone.root), 0o711)
  const dataFolder = join(dirname(clone.root), 'data')
  mkdirSync(dataFolder, { mode: 0o711 })
  const env = { npm_config_cache: clone.cache, TONGDIAN_DATA: dataFolder }
  const port = await findFreePort()
  try {
    const first = await startServer(clone.root, env, port)
    const downloads = readDownloads(clone.cache)
    const afterDownloadsS = (first.firstPageAtMs - downloads.endedAtMs) / 1_000
    await first.stop()
    say(
      `start: first page ${(first.firstPageMs / 1_000).toFixed(1)} s, ${afterDownloadsS.toFixed(1)} s after the downloads (${(downloads.bytes / mib).toFixed(0)} MiB)`,
    )
    const later: number[] = []
    for (let n = 0; n < laterStarts; n += 1) {
      const again = await startServer(clone.root, env, port)
      later.push(again.firstPageMs / 1_000)
      await again.stop()
    }
    const server = await startServer(clone.root, env, port)
    const played = spawnSync(
      process.execPath,
      ['bin/tongdian', 'story', '--all', '--url', server.url, '--data', dataFolder],
      {
        cwd: clone.root,
        env: { ...process.env, TONGDIAN_SKIP_INSTALL: '1', TONGDIAN_ROOT: clone.root },
        encoding: 'utf8',
      },
    )
    const memoryMib = proportionalMemoryMib(server.pid, dataFolder)
    await server.stop()
    const storiesFailed = (played.stdout.match(/^FAIL/gm) ?? []).length + (played.status === 0 ? 0 : 1)
    if (played.status !== 0) say(played.stdout.slice(-2_000) + played.stderr.slice(-2_000))
    printReport({
      name: 'start',
      figures: {
        downloadMib: round(downloads.bytes / mib),
        firstPageSeconds: round(first.firstPageMs / 1_000),
        firstPageAfterDownloadsSeconds: round(afterDownloadsS),
        laterStartSeconds: later.map(round),
        memoryAfterStoriesMib: round(memoryMib),
      },
      checks: [
        check('downloads, MB', downloads.bytes / 1e6, '<=250'),
        check('first page after the downloads, s', afterDownloadsS, '<=30'),
        check('later start, s', median(later), '<=5'),
        check('memory of server and database after the stories, MB', (memoryMib * mib) / 1e6, '<=600'),
        check('stories that failed', storiesFailed, '<=0'),
      ],
    })
  } finally {
    clone.remove()
  }
}
