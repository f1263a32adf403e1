import { companyDetails, constructionStandardsOn, type PublishedStandards } from '#casefile'
import type { PlainDate } from '#kernel'
import { listUnits } from '#workforce/people/index'
import { listVersions } from '../service/standards/index.ts'
import type { Tongdian } from './tongdian.ts'

/** What the public may read: the company and who to call, its units, its construction standards, its published limits and charges, with their basis. */
export async function showCompany({ database, shelf, publicCompanyId }: Tongdian, today: PlainDate) {
  const standards = await shelf.get(publicCompanyId)
  const companies = await database.listCompanies()
  const company = companies.find((entry) => entry.companyId === publicCompanyId)
  const { servicePhone, supervisionPhone } = companyDetails(standards, today)
  return await database.withCompany(publicCompanyId, async (tx) => {
    const calendars = (await listVersions(tx, publicCompanyId)).filter((version) => version.kind === 'calendar')
    const limits = ['resident', 'lv-zero', 'lv-other', 'hv-single', 'hv-dual'].map((limitClass) => {
      const rows = standards.decide('limits', { limitClass, node: 'whole', greenChannel: false }, today)
      return { limitClass, limits: rows.ok ? rows.value.map((row) => ({ ...row.outputs })) : [] }
    })
    return {
      name: company?.name ?? '',
      servicePhone,
      supervisionPhone,
      constructionStandards: constructionStandardsOn(standards, today),
      units: (await listUnits(tx, publicCompanyId))
        .filter((unit) => unit.kind === 'station')
        .map((unit) => ({ ...unit })),
      limits,
      charges: listCharges(standards, today),
      calendarYears: calendars.map((version) => Number(version.name)),
      today,
      isWorkingDay: standards.calendar.isWorkingDay(today),
    }
  })
}

const chargeKinds = ['high-reliability', 'temporary-connection'] as const
/** One voltage of each band of the table, in kV. */
const chargedKv = [0.38, 10, 35, 110] as const
const chargedLines = ['overhead', 'cable', 'own'] as const

/** 收费目录: every charge the table holds, by voltage and line where it depends on them. What is not here is not charged. */
function listCharges(standards: PublishedStandards, today: PlainDate) {
  const { province } = companyDetails(standards, today)
  return chargeKinds.flatMap((chargeKind) =>
    chargedKv.flatMap((voltageKv) =>
      chargedLines.flatMap((lineKind) => {
        const rows = standards.decide('charges', { chargeKind, province, voltageKv, lineKind }, today)
        return rows.ok ? rows.value.map((row) => ({ chargeKind, voltageKv, lineKind, ...row.outputs })) : []
      }),
    ),
  )
}
