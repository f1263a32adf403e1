import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { groundShapes, groundText } from './demonstration-town/ground.ts'
import { drawn, networkText, transformers } from './demonstration-town/network.ts'

/**
 * `node scripts/draw-demonstration-town.ts`: draws the invented town of the demonstration company, its network
 * (`standards/demonstration/network.csv`) and its ground (`standards/demonstration/ground.geojson`). The customer of the
 * stories lives at 120.5218, 29.8734. The same files at each run.
 */
const folder = join(import.meta.dirname, '..', 'standards', 'demonstration')
writeFileSync(join(folder, 'network.csv'), networkText())
writeFileSync(join(folder, 'ground.geojson'), groundText())
console.log(
  `${drawn.length} feeders, ${transformers.length} distribution transformers, ${groundShapes().length} shapes of ground`,
)
