import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { implement } from '@orpc/server'
import { type RequestContext, unwrap } from '#platform/http/index'
import { staffOf } from '../staff-of.ts'
import { networkContract } from './api.ts'
import type { NetworkRoom } from './network-room.ts'

const template = join(import.meta.dirname, '..', '..', '..', 'standards', 'power', 'network-template.csv')

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** The routes of the network: parse, call, map. */
export function networkRoutes(room: NetworkRoom, publicCompanyId: string) {
  const os = implement(networkContract).$context<RequestContext>()
  return os.router({
    versions: os.versions.handler(async ({ context }) => ({
      versions: (await room.versions(staffOf(context))).map((version) => ({ ...version })),
      limit: { ...room.importLimit },
    })),
    import: os.import.handler(async ({ input: { contentBase64, ...file }, context }) => ({
      ...unwrap(await room.import(staffOf(context), { ...file, bytes: bytesOf(contentBase64) }, context.now())),
    })),
    template: os.template.handler(
      () => new File([readFileSync(template)], 'network-template.csv', { type: 'text/csv;charset=utf-8' }),
    ),
    map: os.map.handler(async ({ context }) => ({ ...unwrap(await room.map(staffOf(context), context.now())) })),
    openCapacity: os.openCapacity.handler(async ({ context }) => ({
      ...unwrap(await room.openCapacity(staffOf(context), context.now())),
    })),
    ground: os.ground.handler(async ({ context }) => ({
      ...unwrap(await room.showGround(staffOf(context), context.now())),
    })),
    importGround: os.importGround.handler(async ({ input: { file, contentBase64 }, context }) => {
      const bytes = bytesOf(contentBase64)
      return { ...unwrap(await room.importGround(staffOf(context), { file, bytes }, context.now())) }
    }),
    groundVersions: os.groundVersions.handler(async ({ context }) => ({
      versions: (await room.groundVersions(staffOf(context))).map((version) => ({ ...version })),
      limit: { ...room.importLimit },
    })),
    published: os.published.handler(async ({ context }) => ({
      ...unwrap(await room.published(publicCompanyId, context.now())),
    })),
  })
}
