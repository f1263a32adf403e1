export * from './sizing/index.ts'
export { getParameter, type Parameter } from './standards/parameter.ts'
export { isInForce, powerStandardFiles, readPowerStandards, standardsOn } from './standards/read-standards.ts'
export type { Dated, PowerStandards, TableName, TableRow } from './standards/tables.ts'
