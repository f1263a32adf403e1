import { expect, it } from 'vitest'
import type { StaffActor } from '#casefile'
import { type Database, DatabaseAway } from '#platform/database/index'
import { ImportedLogs } from './imported-logs.ts'

it('looks for a log anew after the database was away', async () => {
  let isAway = true
  const withCompany = async () => {
    if (isAway) throw new DatabaseAway('away')
    return undefined
  }
  const logs = new ImportedLogs({ withCompany } as unknown as Database)
  const actor = { companyId: 'c' } as StaffActor
  await expect(logs.figuresOfLog(actor, 'log')).rejects.toThrow(DatabaseAway)
  isAway = false
  expect(await logs.figuresOfLog(actor, 'log')).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
})
