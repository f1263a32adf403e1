import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  BackupRefused,
  findRunningServer,
  makeBackup,
  restoreBackup,
  startEmbeddedServer,
} from '#platform/database/index'
import { type Command, WrongUse } from './command.ts'

const help = `tongdian backup TO [--data FOLDER] [--json]
tongdian backup --restore FROM [--data FOLDER] [--json]

Copies the embedded database, the stored files, the checkpoints and the keys into the new folder TO, while the server
runs or while it stands still; or brings such a copy back into a data folder that holds no database. The copy holds
passwords and personal data: keep it as safe as the data folder.

  --data FOLDER   the data folder (default: TONGDIAN_DATA, else .tongdian)
  --json          prints {format, at, fromLsn, toLsn}

A server of your own (DATABASE_URL) is backed up with its own tools, pg_basebackup or pgBackRest, and the data folder
by copying it.
Exit codes: 0 done, 1 refused (TO is not empty, FROM is no finished backup, FOLDER holds a database), 2 wrong use,
3 the database is not an embedded one.`

export const command: Command = {
  summary: 'copy database, files and checkpoints; bring them back',
  help,
  async run(args) {
    const { positionals, values } = readArguments(args)
    if ((positionals.length === 1) === (values.restore !== undefined)) throw new WrongUse('name one folder')
    if (process.env.DATABASE_URL) {
      console.error('tongdian backup: DATABASE_URL is set; back that server up with its own tools')
      return 3
    }
    const root = process.env.TONGDIAN_ROOT ?? process.cwd()
    const dataFolder = values.data ?? process.env.TONGDIAN_DATA ?? join(root, '.tongdian')
    try {
      const manifest = values.restore
        ? restoreBackup(values.restore, dataFolder)
        : await backUp(dataFolder, positionals[0] ?? '')
      console.log(
        values.json
          ? JSON.stringify(manifest)
          : `${values.restore ? 'Brought back' : 'Copied'}: state of ${manifest.at}.`,
      )
      return 0
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error
      console.error(`tongdian backup: ${error.message}`)
      return 1
    }
  },
}

function readArguments(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, restore: text, data: text },
    })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

async function backUp(dataFolder: string, target: string) {
  const running = await findRunningServer(dataFolder)
  const server = running ?? (await startEmbeddedServer(dataFolder))
  try {
    return await makeBackup(server, dataFolder, target)
  } finally {
    await server.stop()
  }
}
