// Adds the drawing (BPMN DI) to the process files that lack one: `node scripts/draw-processes.ts [--again]`.
// `--again` redraws those that we drew before. A file that is drawn stays as it is, so running twice changes nothing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawProcess, isDrawn } from '#process'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'standards', 'processes')
const again = process.argv.includes('--again')
const names = readdirSync(folder).filter((name) => name.endsWith('.bpmn'))
if (names.length === 0) throw new Error(`no process files in ${folder}`)

for (const name of names) {
  const path = join(folder, name)
  const xml = readFileSync(path, 'utf8')
  if (isDrawn(xml) && !again) {
    console.log(`${name}: drawn already`)
    continue
  }
  const drawn = await drawProcess(xml)
  if (!drawn.ok) {
    console.error(`${name}: ${JSON.stringify(drawn.refusal)}`)
    process.exitCode = 1
  } else if (drawn.value === xml) {
    console.log(`${name}: unchanged`)
  } else {
    writeFileSync(path, drawn.value)
    console.log(`${name}: drawn`)
  }
}
