import { setTimeout as sleep } from 'node:timers/promises'
import { CaseReader, CaseWriter, noHash } from '../../src/casefile/write/index.ts'
import { DatabaseAway, openDatabase, orAway } from '../../src/platform/database/index.ts'
import { sampleWrite } from '../sample-write.ts'

// A server under load, to be killed: eight clients move a case each, step by step, and tell the parent every step that
// was acknowledged. A step whose answer was lost is sent again under its command id until it is answered.

const [dataFolder = '', companyId = '', run = ''] = process.argv.slice(2)
const clients = 8
const database = await openDatabase({ dataFolder, clock: 'real' })
await database.withCompany(companyId, (tx) =>
  tx
    .insertInto('company')
    .values({ company_id: companyId, name: '甲', code: 'a' })
    .onConflict((conflict) => conflict.doNothing())
    .execute(),
)
const writer = new CaseWriter(database)
const reader = new CaseReader(database)
process.send?.({ kind: 'ready' })

await Promise.all(Array.from({ length: clients }, (_, client) => moveCase(`case-${client}`)))

async function moveCase(caseId: string): Promise<void> {
  const row = await again(() => reader.findCase(companyId, caseId))
  let head = row ? { version: row.version, hash: row.headHash } : { version: 0, hash: noHash }
  for (let step = 0; ; step += 1) {
    const write = sampleWrite({ companyId, caseId, commandId: `${run}/${caseId}/${step}`, head })
    const outcome = await again(() => writer.append(write))
    if (outcome.kind !== 'written' && outcome.kind !== 'repeated')
      throw new Error(`${write.commandId}: ${outcome.kind}`)
    head = { version: write.row.version, hash: write.row.headHash }
    process.send?.({
      kind: 'acknowledged',
      commandId: write.commandId,
      caseId,
      version: head.version,
      outcome: outcome.kind,
    })
  }
}

/** Tries until the database answers. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await orAway(work)
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error
      await sleep(20)
    }
  }
}
