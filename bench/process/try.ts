import { benchStandards } from './bench-case.ts'
import { recordCases } from './floor.ts'
const st = await benchStandards()
await recordCases(st, 'w', 300)
for (let i = 0; i < 4; i++) { const t = performance.now(); await recordCases(st, 'y', 500); console.log('us per write', (performance.now() - t) * 1000 / 3500) }
