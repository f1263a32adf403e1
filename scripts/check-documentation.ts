import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Documentation is executable: every path, npm script, command and ADR that Markdown names must exist.
 * A path is a code span that looks like one (`src/…`, `docs/…`) or a link to a file.
 */
const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const commands = [
  ...readFileSync(join(root, 'src/command-line/commands.ts'), 'utf8').matchAll(/^\s+'?([a-z-]+)'?: /gm),
].map((match) => match[1] ?? '')
const pages = globSync('**/*.md', { cwd: root }).filter((page) => !/node_modules|^dist\/|^\.tongdian/.test(page))
const faults: string[] = []

for (const page of pages) {
  const text = readFileSync(join(root, page), 'utf8')
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')
  for (const span of spans) faults.push(...faultsOfSpan(page, span))
  for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
    if (target && !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(page), target))) {
      faults.push(`${page}: link to ${target}, which does not exist`)
    }
  }
}

function faultsOfSpan(page: string, span: string): string[] {
  const script = /^npm run (?:-s )?([a-z:-]+)/.exec(span)?.[1]
  if (script && !manifest.scripts[script]) return [`${page}: npm script ${script} does not exist`]
  const command = /^bin\/tongdian ([a-z-]+)/.exec(span)?.[1]
  if (command && !commands.includes(command)) return [`${page}: bin/tongdian has no command ${command}`]
  const adr = /^ADR[- ](\d{4})$/.exec(span)?.[1]
  if (adr && globSync(`docs/adr/${adr}-*.md`, { cwd: root }).length !== 1)
    return [`${page}: there is not exactly one ADR ${adr}`]
  const path = /^(?:src|web|standards|docs|scripts|tests|bench|bin|migrations)\/[\w./*{},@-]+$/.exec(span)?.[0]
  if (!path || script || command) return []
  const found = /[*{]/.test(path) ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path))
  return found ? [] : [`${page}: ${path} does not exist`]
}

for (const fault of faults) console.error(fault)
console.log(`documentation: ${pages.length} pages, ${faults.length} faults`)
if (pages.length < 10 || faults.length > 0) process.exit(1)
