import { readFile } from 'node:fs/promises'
import { type AcceptingNet, readBpmnNet, readPnml } from '#insight'
import type { Result } from '#kernel'
import { WrongUse } from './command.ts'
import { encodingOf } from './read-event-log.ts'

/** Reads a model to compare a log with: a Petri net (PNML), or a BPMN process, told apart by the file's name. */
export async function readModel(path: string): Promise<Result<AcceptingNet>> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new WrongUse(`cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  })
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return /\.bpmn$/i.test(path) ? readBpmnNet(text) : readPnml(text)
}
