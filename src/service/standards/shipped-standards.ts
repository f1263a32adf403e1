import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { powerStandardFiles } from '#power'
import type { StandardText } from './standard-version.ts'

const folders: readonly { readonly folder: string; readonly kind: StandardText['kind']; readonly ending: string }[] = [
  { folder: 'processes', kind: 'process', ending: '.bpmn' },
  { folder: 'decisions', kind: 'decision', ending: '.dmn' },
  { folder: 'calendar', kind: 'calendar', ending: '.json' },
  { folder: 'clauses', kind: 'clause', ending: '.json' },
  { folder: 'documents', kind: 'document', ending: '.json' },
]

/** The standards the product ships with: what a new company starts from and then edits and publishes. */
export function readShippedStandards(standardsFolder: string): readonly StandardText[] {
  const texts = folders.flatMap(({ folder, kind, ending }) =>
    listFiles(join(standardsFolder, folder), ending).map((name) => ({
      kind,
      name: name.slice(0, -ending.length),
      content: readFileSync(join(standardsFolder, folder, name), 'utf8'),
    })),
  )
  const tables = powerStandardFiles.map((file) => ({
    kind: 'table' as const,
    name: file,
    content: readFileSync(join(standardsFolder, file), 'utf8'),
  }))
  return [...texts, ...tables]
}

function listFiles(folder: string, ending: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
