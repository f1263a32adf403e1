import { accept, type Fault, type Result, refuse } from '#kernel'
import { readRows } from '../sheet/columns.ts'
import { type Dated, type PowerStandards, type TableName, tables } from './tables.ts'

/** The sheets that {@link readPowerStandards} asks for, as paths below `standards/`. */
export const powerStandardFiles: readonly string[] = Object.values(tables).map((table) => table.file)

/**
 * Reads every table of the power rules. `read` gives a sheet's text by its path below `standards/`, undefined where
 * there is none. Answers every fault of every sheet at once (`sheet.missing`, and those of `readRows`).
 */
export function readPowerStandards(read: (file: string) => string | undefined): Result<PowerStandards> {
  const faults: Fault[] = []
  const found: Record<string, unknown> = {}
  for (const [name, { file, columns }] of Object.entries(tables)) {
    const content = read(file)
    if (content === undefined) {
      faults.push({ path: file, code: 'sheet.missing' })
      continue
    }
    const rows = readRows(file, content, columns)
    if (rows.ok) found[name] = rows.value
    else faults.push(...(rows.refusal.faults ?? []))
  }
  return faults.length > 0 ? refuse({ code: 'standards.faulty', faults }) : accept(found as PowerStandards)
}

/** True when the row is in force on that plain date, both its first and last day included. */
export const isInForce = (row: Dated, date: string): boolean =>
  row.validFrom <= date && (row.validTo === undefined || date <= row.validTo)

/** The same tables with only the rows in force on a plain date (YYYY-MM-DD). */
export function standardsOn(all: PowerStandards, date: string): PowerStandards {
  const entries = (Object.keys(tables) as TableName[]).map((name) => [
    name,
    (all[name] as readonly Dated[]).filter((row) => isInForce(row, date)),
  ])
  return Object.fromEntries(entries) as PowerStandards
}
