import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Result } from '#kernel'
import { type PowerStandards, readPowerStandards } from '#power'

const shipped = fileURLToPath(new URL('../../standards/', import.meta.url))

/** The power tables of a standards folder (by default the one shipped), of all dates. */
export function loadPowerStandards(folder = shipped): Result<PowerStandards> {
  return readPowerStandards((file) => {
    const path = `${folder}/${file}`
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  })
}
