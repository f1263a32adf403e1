import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = process.env.TONGDIAN_REFERENCE_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))

/** True where the reference data lie beside the repository; says so once where they do not. */
export const hasReferenceData: boolean = existsSync(`${folder}/matpower`)
if (!hasReferenceData) console.warn(`reference data not found in ${folder}: golden cases of real networks are left out`)

export const readReference = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8')

export const readReferenceBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${path}`))
