#!/usr/bin/env node
// Builds portal and desk into dist/web, with .br and .gz beside every text file; does nothing while no source has changed.
// Used by `bin/tongdian serve` before it listens; `node scripts/build-web.mjs [--force]` builds by hand and prints sizes.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const sources = [
  'web/**/*',
  'src/kernel/*.ts',
  'src/casefile/{actor,form-shapes}.ts',
  'src/journey/*/{api,labels}.ts',
  'src/journey/*/rules/*.ts',
  'src/workforce/people/api.ts',
  'src/platform/{i18n,http}/*.ts',
  'vite.config.ts',
  'package-lock.json',
  'scripts/build-web.mjs',
]
const compressed = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest'])
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** One hash over names and bytes of everything the build reads. */
function hashSources(root) {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

async function compress(folder) {
  const files = globSync('**/*', { cwd: folder }).filter((name) => compressed.has(extname(name)))
  await Promise.all(
    files.map(async (name) => {
      const bytes = await readFile(join(folder, name))
      const options = { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 600_000 ? 9 : 11 } }
      await writeFile(join(folder, `${name}.br`), await brotli(bytes, options))
      await writeFile(join(folder, `${name}.gz`), await gzipped(bytes, { level: 9 }))
    }),
  )
}

/**
 * Builds `root`/dist/web where it is missing or older than its sources. The new folder takes the place of the old one only
 * when it is whole. Returns whether anything was built. Throws what the bundler throws.
 */
export async function buildWeb(root, { force = false, log = (text) => console.error(text) } = {}) {
  const target = join(root, 'dist', 'web')
  const markFile = join(root, 'dist', 'web.sources')
  const mark = hashSources(root)
  const isCurrent =
    existsSync(join(target, 'index.html')) && existsSync(markFile) && readFileSync(markFile, 'utf8') === mark
  if (isCurrent && !force) return false
  log('Building portal and desk…')
  const startedAt = performance.now()
  const next = join(root, 'dist', `web.next-${process.pid}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  const { build } = await import('vite')
  // A test runner says NODE_ENV=test, and the bundler would then take the slow development half of the libraries.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      mode: 'production',
      build: { outDir: next, emptyOutDir: true },
    })
    await compress(next)
    rmSync(target, { recursive: true, force: true })
    renameSync(next, target)
    writeFileSync(markFile, mark)
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
    rmSync(next, { recursive: true, force: true })
  }
  log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
  return true
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await buildWeb(join(import.meta.dirname, '..'), { force: process.argv.includes('--force') })
}
