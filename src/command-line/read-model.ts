import { readFile } from 'node:fs/promises'
import { type AcceptingNet, readPnml } from '#insight'
import type { Result } from '#kernel'
import { WrongUse } from './command.ts'
import { encodingOf } from './read-event-log.ts'

/** Reads a Petri net from a PNML file. */
export async function readModel(path: string): Promise<Result<AcceptingNet>> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new WrongUse(`cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  })
  return readPnml(new TextDecoder(encodingOf(bytes)).decode(bytes))
}
