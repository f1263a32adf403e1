import { accept, type Fault, type Result, refuse } from '#kernel'
import type { World } from './world.ts'

interface Found {
  readonly faults: Fault[]
  readonly refs: { readonly path: string; readonly sha256: string }[]
}

/**
 * What no form may hold, whatever its own rules: a file nobody uploaded, and text that cannot be kept or hashed (NUL, half
 * of a character). Every place is named at once.
 */
export async function checkForm(world: World, companyId: string, form: unknown): Promise<Result<undefined>> {
  const found: Found = { faults: [], refs: [] }
  look(form, '', found)
  for (const { path, sha256 } of found.refs) {
    if (!(await world.findFile(companyId, sha256))) found.faults.push({ path, code: 'file-not-uploaded' })
  }
  return found.faults.length > 0 ? refuse({ code: 'faulty-input', faults: found.faults }) : accept(undefined)
}

function look(value: unknown, path: string, found: Found): void {
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\u0000'))) {
    found.faults.push({ path, code: 'text-not-allowed' })
  }
  if (typeof value !== 'object' || value === null) return
  if ('sha256' in value && typeof value.sha256 === 'string') found.refs.push({ path, sha256: value.sha256 })
  for (const [key, inner] of Object.entries(value)) look(inner, path === '' ? key : `${path}.${key}`, found)
}
