// `npm run bench NAME` runs bench/NAME.ts, which exports `run(): Promise<void>` and prints one JSON object on stdout.
import { existsSync } from 'node:fs'

const name = process.argv[2] ?? ''
const file = new URL(`./${name}.ts`, import.meta.url)
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`bench: no benchmark "${name}"`)
  process.exit(2)
}
const { run } = await import(file.href)
await run()
