import { existsSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type Refusal, type Result, refuse } from '#kernel'
import { type FlowCase, readMatpower, readPandapower, readPowerGridModel } from '#power'

/** Reads a file that power flow can solve, by its ending and, for JSON, by what it says it is. */
export function readFlowFile(path: string): Result<FlowCase> {
  if (!existsSync(path)) return refuse({ code: 'file.missing', faults: [{ path, code: 'file.missing' }] })
  const file = basename(path)
  const content = readFileSync(path, 'utf8')
  if (extname(path) === '.m') return readMatpower(file, content)
  const parsed = parseJson(file, content)
  if (!parsed.ok) return parsed
  if (isRecord(parsed.value) && parsed.value._class === 'pandapowerNet') return readPandapower(file, parsed.value)
  if (isRecord(parsed.value) && isRecord(parsed.value.data)) return readPowerGridModel(file, parsed.value)
  return refuse({ code: 'file.unknownFormat', faults: [{ path: file, code: 'file.unknownFormat' }] })
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON text as a value; the fault says at which character it stops being JSON where the parser tells. */
export function parseJson(file: string, content: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(content) as unknown }
  } catch (error) {
    const data = { detail: error instanceof Error ? error.message : String(error) }
    return refuse({ code: 'file.notJson', faults: [{ path: file, code: 'file.notJson', data }] })
  }
}

/** Prints a refusal, one fault a line, or as JSON. */
export function printRefusal(refusal: Refusal, asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(refusal, null, 2))
  else {
    const faults = refusal.faults ?? [{ path: '', code: refusal.code, data: refusal.data ?? {} }]
    for (const { path, code, data } of faults)
      console.error(`${path}: ${code}${data ? ` ${JSON.stringify(data)}` : ''}`)
  }
}
