import type { Fault } from '#kernel'

export type NoteFault = (field: string, code: string, data?: Fault['data']) => void

/** A list of records whose named fields are numbers above zero (or from zero where `allowZero` names them). */
export function readNumberRecords<const K extends string>(
  value: unknown,
  field: string,
  keys: readonly K[],
  fault: NoteFault,
  allowZero: readonly K[] = [],
): readonly Readonly<Record<K, number>>[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    fault(field, 'request.notAList')
    return []
  }
  return (value as unknown[]).map((item, at) => {
    const record: Record<string, unknown> = typeof item === 'object' && item !== null ? { ...item } : {}
    for (const key of keys) {
      const found = record[key]
      const isFine =
        typeof found === 'number' && Number.isFinite(found) && (found > 0 || (found === 0 && allowZero.includes(key)))
      if (!isFine) fault(`${field}[${at}].${key}`, 'request.notPositive', { found: found ?? null })
    }
    return record as Record<K, number>
  })
}
