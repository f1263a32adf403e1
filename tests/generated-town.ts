/** Sizes of an invented town in rows and columns: feeders from west to east, poles from south to north. */
export interface TownSize {
  readonly feeders: number
  readonly polesPerFeeder: number
}

/** 10 002 elements of the map: two substations, 4 000 poles, as many sections, half as many public transformers. */
export const townOfTenThousand: TownSize = { feeders: 40, polesPerFeeder: 100 }

export const poleName = (feeder: number, pole: number): string =>
  `${String(feeder + 1).padStart(2, '0')} 线 ${String(pole + 1).padStart(3, '0')} 号杆`

/** A network file of that size: straight feeders side by side, a public transformer at every other pole. */
export function writeTown({ feeders, polesPerFeeder }: TownSize): string {
  const [west, south, lonStep, latStep] = [120.4, 29.8, 0.004, 0.0012]
  const all = Array.from({ length: feeders }, (_, feeder) => feeder)
  const poles = all.flatMap((feeder) => Array.from({ length: polesPerFeeder }, (_, pole) => ({ feeder, pole })))
  const at = (feeder: number, pole: number) =>
    `${(west + feeder * lonStep).toFixed(6)},${(south + (pole + 1) * latStep).toFixed(6)}`
  const busSection = (feeder: number) => (feeder < feeders / 2 ? '西站 10 kV' : '东站 10 kV')
  const sheets: Readonly<Record<string, readonly string[]>> = {
    substations: [
      'name,lon,lat,highKv',
      `西站,${west},${south},110`,
      `东站,${(west + (feeders - 1) * lonStep).toFixed(6)},${south},110`,
    ],
    busSections: [
      'name,substation,kv,incomer,spareBays',
      '西站 10 kV,西站,10,西站主变,9',
      '东站 10 kV,东站,10,东站主变,9',
    ],
    feeders: [
      'name,busSection,kv,ratedA,historicMaxA,users,promisedKva',
      ...all.map((feeder) => `${feeder + 1} 线,${busSection(feeder)},10,450,${120 + ((feeder * 37) % 280)},30,0`),
    ],
    poles: ['name,lon,lat,kv', ...poles.map(({ feeder, pole }) => `${poleName(feeder, pole)},${at(feeder, pole)},10`)],
    sections: [
      'name,feeder,from,to,laying,model,lengthM',
      ...poles.map(({ feeder, pole }) => {
        const from = pole === 0 ? busSection(feeder) : poleName(feeder, pole - 1)
        const lengthM = pole === 0 ? 200 + feeder * 400 : 140
        return `${poleName(feeder, pole)} 段,${feeder + 1} 线,${from},${poleName(feeder, pole)},overhead,JKLYJ-10-240,${lengthM}`
      }),
    ],
    distributionTransformers: [
      'name,point,kva,highKv,lowKv,public,historicMaxKw',
      ...poles
        .filter(({ pole }) => pole % 2 === 0)
        .map(({ feeder, pole }) => `${poleName(feeder, pole)} 公变,${poleName(feeder, pole)},200,10,0.4,yes,60`),
    ],
  }
  return Object.entries(sheets)
    .map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`)
    .join('\n')
}
