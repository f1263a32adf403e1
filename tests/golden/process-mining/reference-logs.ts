import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readXes, type XesClock, type XesDocument } from '#insight'
import { getAccepted } from '#kernel'

const folder = join(
  process.env.TONGDIAN_REFERENCE_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
  'eventlogs',
)

/** False, with the reason printed, where the reference data is absent: the tests that need it are then skipped. */
export function hasReferenceLogs(): boolean {
  const there = existsSync(folder)
  if (!there) console.warn(`skipped: no reference logs in ${folder} (set TONGDIAN_REFERENCE_DATA)`)
  return there
}

export function readReference(name: string): string {
  const bytes = readFileSync(join(folder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

export const readReferenceLog = (name: string, clock: XesClock = 'wall'): XesDocument =>
  getAccepted(readXes(readReference(name), clock))
