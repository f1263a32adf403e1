import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** The importing file, relative to the repository. */
  readonly from: string
  /** A file of ours, `node:…`, or `package:…` with the path inside the package. */
  readonly to: string
  readonly typeOnly: boolean
}

export const root = join(import.meta.dirname, '..')
const aliases = Object.entries(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> }).imports,
)

function resolve(specifier: string, from: string): string {
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(from), specifier))
  if (!specifier.startsWith('#')) return specifier.startsWith('node:') ? specifier : `package:${specifier}`
  for (const [alias, target] of aliases) {
    if (alias === specifier) return target.slice(2)
    const stem = alias.endsWith('*') ? alias.slice(0, -1) : undefined
    if (stem && specifier.startsWith(stem)) return target.slice(2).replace('*', specifier.slice(stem.length))
  }
  throw new Error(`${from}: nothing is mapped to ${specifier}`)
}

/** Every import, export from and import() with a literal of one file. Throws where an alias is mapped to nothing. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const { module } = parseSync(file, text)
  const found = module.staticImports.map((entry) => ({
    specifier: entry.moduleRequest.value,
    typeOnly: entry.entries.length > 0 && entry.entries.every((name) => name.isType),
  }))
  for (const entry of module.staticExports.flatMap((statement) => statement.entries)) {
    if (entry.moduleRequest) found.push({ specifier: entry.moduleRequest.value, typeOnly: entry.isType })
  }
  for (const entry of module.dynamicImports) {
    const literal = text.slice(entry.moduleRequest.start, entry.moduleRequest.end)
    if (/^['"]/.test(literal)) found.push({ specifier: literal.slice(1, -1), typeOnly: false })
  }
  return found.map(({ specifier, typeOnly }) => ({ from: file, to: resolve(specifier, file), typeOnly }))
}
