import { accept, type Fault, type Result, refuse } from '#kernel'
import type { World } from './world.ts'

interface Ref {
  readonly path: string
  readonly sha256: string
}

/** Every file a form refers to was uploaded before: a hash nobody uploaded is named where it stands. */
export async function checkFileRefs(world: World, companyId: string, form: unknown): Promise<Result<undefined>> {
  const faults: Fault[] = []
  for (const { path, sha256 } of listRefs(form, '')) {
    if (!(await world.findFile(companyId, sha256))) faults.push({ path, code: 'file-not-uploaded' })
  }
  return faults.length > 0 ? refuse({ code: 'faulty-input', faults }) : accept(undefined)
}

function listRefs(value: unknown, path: string): Ref[] {
  if (typeof value !== 'object' || value === null) return []
  if ('sha256' in value && typeof value.sha256 === 'string') return [{ path, sha256: value.sha256 }]
  return Object.entries(value).flatMap(([key, inner]) => listRefs(inner, path === '' ? key : `${path}.${key}`))
}
