import { dateInShanghai } from '#kernel'
import { listStaffActors, type Stage } from './direct-player.ts'

/** A case is open for one week to ten, longer where somebody does wrong: so many weeks' cases are open at once, at most. */
const openWeeks = 2.6

/**
 * Hires the account managers a county with so many applications a week needs, so that nobody has more open cases than the
 * published limit of one-to-one service allows.
 */
export async function hireManagers(stage: Stage, casesPerWeek: number): Promise<Stage> {
  const { tongdian, clock, procedures, staff } = stage
  const standards = await tongdian.shelf.get(tongdian.publicCompanyId)
  const limit = standards.setting('account-manager-open-cases', dateInShanghai(clock.now()))
  const administrator = staff.get('administrator')
  const add = procedures.people?.add
  if (!administrator || !add) throw new Error('nobody can hire')
  const needed = Math.ceil((casesPerWeek * openWeeks) / limit)
  for (let number = 1; number <= needed; number += 1) {
    const staffId = `manager-${number}`
    const grants = [{ role: 'account-manager', unitId: 'chengguan', voltageClasses: ['lv', 'hv'] }]
    const phone = `150${String(number).padStart(8, '0')}`
    const person = { staffId, name: `客户经理${number}`, unitId: 'chengguan', phone, login: staffId, grants }
    const context = { actor: administrator, commandId: `hire-${number}`, language: 'zh-CN' as const }
    await add(person, { context: { ...context, ip: '127.0.0.1', requestId: 'hire', now: () => clock.now() } })
  }
  return { ...stage, staff: await listStaffActors(tongdian) }
}
