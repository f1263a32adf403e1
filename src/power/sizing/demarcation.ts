import type { TableRow } from '../standards/tables.ts'

export type DemarcationPoint = TableRow<'demarcationPoints'>

/** Which row of the demarcation table a connection takes. */
export function getConnectionKind(connection: {
  readonly supplyKv: number
  readonly laying: 'overhead' | 'cable'
  readonly isCustomerOwnedLine?: boolean
  /** The access device is a pole (named in the text). */
  readonly hasPole?: boolean
}): DemarcationPoint['connection'] {
  if (connection.supplyKv < 1) return 'low-voltage-public'
  if (connection.isCustomerOwnedLine) return 'customer-line'
  if (connection.supplyKv >= 35) return 'high-voltage'
  if (connection.hasPole) return 'medium-voltage-public-overhead'
  return connection.laying === 'cable' ? 'cable' : 'medium-voltage-public'
}

/** Wording of the demarcation point (产权分界点) with the names of the place filled in. */
export function wordDemarcation(
  kind: DemarcationPoint['connection'],
  names: Readonly<Record<string, string>>,
  rows: readonly DemarcationPoint[],
): { readonly textEn: string; readonly textZh: string } {
  const row = rows.find((found) => found.connection === kind)
  if (!row) throw new Error(`no demarcation wording for ${kind}`)
  const fill = (wording: string) => wording.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
  return { textEn: fill(row.textEn), textZh: fill(row.textZh) }
}
