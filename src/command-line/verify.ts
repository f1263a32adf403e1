import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type AuditReport,
  CheckpointFolder,
  databaseEvidence,
  exportEvidence,
  NotAnExport,
  verifyAudit,
  writeExport,
} from '#casefile/audit/index'
import { openDatabase } from '#platform/database/index'
import { type Command, WrongUse } from './command.ts'

const help = `tongdian verify audit [--json] [--export FILE | --from-export FILE] [--data FOLDER]

Proves the log of facts: every fact against its hash and the one before it, every case against the checkpoints kept
outside the database, every case row against its last fact. Works beside a running server.

  --json              prints {ok, companies, cases, facts, checkpoints, faults: [{companyId, caseId, seq, kind}]}
  --export FILE       also writes all evidence into FILE (gzipped if it ends in .gz)
  --from-export FILE  proves an export, on any machine, without a database
  --data FOLDER       the data folder (default: TONGDIAN_DATA, else .tongdian)

Environment: DATABASE_URL (else the embedded server), TONGDIAN_CHECKPOINTS (else checkpoints in the data folder).
Kinds of fault: hash, link, gap, checkpoint, truncated, projection, checkpoint-file.
Exit codes: 0 everything holds, 1 a fault was found, 2 wrong use, 3 there is nothing to verify.`

export const command: Command = {
  summary: 'prove that no fact was changed',
  help,
  async run(args) {
    const { positionals, values } = readArguments(args)
    if (positionals.join(' ') !== 'audit') throw new WrongUse('what to verify: audit')
    if (values.export && values['from-export']) throw new WrongUse('either --export or --from-export')
    const root = process.env.TONGDIAN_ROOT ?? process.cwd()
    const dataFolder = values.data ?? process.env.TONGDIAN_DATA ?? join(root, '.tongdian')
    const report = values['from-export']
      ? await verifyExport(values['from-export'])
      : await verifyDatabase(dataFolder, values.export)
    if (typeof report === 'string') {
      console.error(`tongdian verify: ${report}`)
      return 3
    }
    console.log(values.json ? JSON.stringify(report) : describe(report))
    return report.ok ? 0 : 1
  },
}

function readArguments(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { json: { type: 'boolean' }, export: text, 'from-export': text, data: text } as const
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

async function verifyExport(file: string): Promise<AuditReport | string> {
  if (!existsSync(file)) return `there is no ${file}`
  try {
    return await verifyAudit(exportEvidence(file))
  } catch (error) {
    if (error instanceof NotAnExport) return error.message
    throw error
  }
}

async function verifyDatabase(dataFolder: string, exportTo: string | undefined): Promise<AuditReport | string> {
  const url = process.env.DATABASE_URL
  if (!url && !existsSync(dataFolder)) return `there is no data folder ${dataFolder} and no DATABASE_URL`
  const database = await openDatabase({ url, dataFolder, clock: 'as-marked', join: true, poolSize: 2 })
  try {
    const folder = new CheckpointFolder(process.env.TONGDIAN_CHECKPOINTS ?? join(dataFolder, 'checkpoints'))
    if (exportTo) await writeExport(exportTo, databaseEvidence(database, folder))
    return await verifyAudit(databaseEvidence(database, folder))
  } finally {
    await database.close()
  }
}

function describe({ ok, companies, cases, facts, checkpoints, faults }: AuditReport): string {
  const seen = `${companies} companies, ${cases} cases, ${facts} facts, ${checkpoints} checkpoints`
  const lines = faults.map(
    ({ companyId, caseId, seq, kind }) => `  ${kind}: company ${companyId} case ${caseId || '-'} at ${seq}`,
  )
  return ok ? `Everything holds: ${seen}.` : [`${faults.length} faults in ${seen}:`, ...lines].join('\n')
}
