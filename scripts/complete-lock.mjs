// Puts back into package-lock.json the optional builds for other platforms that npm leaves out when the
// registry at hand does not carry them; without them `npm ci` refuses the lock file. Run after every `npm install`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))
const platforms = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony']
const architectures = ['arm64', 'x64', 'arm', 'ia32', 'riscv64', 's390x', 'ppc64', 'loong64', 'wasm32']
let added = 0

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    // A nested copy counts too: npm looks from the dependant outwards.
    const nested = `${path}/node_modules/${name}`
    const top = `node_modules/${name}`
    if (lock.packages[nested] || lock.packages[top]) continue
    const words = name.split(/[-/]/)
    const os = platforms.filter((platform) => words.includes(platform))
    const cpu = architectures.filter((architecture) => words.includes(architecture))
    lock.packages[top] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length ? { os } : { os: ['!linux'] }),
      ...(cpu.length ? { cpu } : {}),
      ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    }
    added += 1
  }
}

// Paths of this machine's registry stay out of the lock; npm resolves by name, version and integrity.
for (const entry of Object.values(lock.packages)) delete entry.resolved
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
if (existsSync(file)) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} entries for other platforms put back`)
