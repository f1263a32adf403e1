import type { TableRow } from './tables.ts'

export type Parameter = TableRow<'parameters'>

/** The value of a single number of `standards/power/parameters.csv`; throws when the table lacks it, which is a bug. */
export function getParameter(parameters: readonly Parameter[], name: string): number {
  const row = parameters.find((parameter) => parameter.name === name)
  if (!row) throw new Error(`standards/power/parameters.csv has no row in force named ${name}`)
  return row.value
}
