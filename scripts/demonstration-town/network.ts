import { type FeederPlan, feeders, sectionName, substations } from './feeders.ts'
import { degrees, type Place } from './place.ts'

/** Places along a way, about so far apart, the corners among them; the first, the bus section, is left out. */
function placesAlong(way: readonly Place[], stepM: number): Place[] {
  return way.slice(1).flatMap((to, at) => {
    const from = way[at] ?? to
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / stepM))
    return Array.from({ length: steps }, (_, step): Place => {
      const share = (step + 1) / steps
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    })
  })
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

interface Drawn extends FeederPlan {
  readonly points: readonly { readonly name: string; readonly at: Place; readonly isUnit: boolean }[]
}

export const drawn: readonly Drawn[] = feeders.map((feeder) => {
  const isCable = feeder.laying === 'cable'
  return {
    ...feeder,
    points: placesAlong(feeder.way, isCable ? 640 : 130).map((at, index) => {
      const isUnit = isCable || index % 8 === 7
      const number = twoDigits(index + 1)
      const name = isCable ? `HK${number} 环网柜` : `${feeder.prefix}${number} ${isUnit ? '环网柜' : '号杆'}`
      return { name, at, isUnit }
    }),
  }
})

const endOf = (name: string) => drawn.find((feeder) => feeder.name === name)?.points.at(-1)?.name ?? ''
const sheet = (name: string, head: string, rows: readonly (readonly (string | number)[])[]) =>
  [`[${name}]`, head, ...rows.map((row) => row.join(',')), ''].join('\n')

/** Every third place of an overhead line and every ring main unit has a transformer; by turns public and a customer's own. */
export const transformers = drawn.flatMap((feeder) =>
  feeder.points
    .filter((_, index) => feeder.laying === 'cable' || index % 3 === 1)
    .map(({ name, at }, index) => {
      const isPublic = index % 3 !== 2
      const kva = isPublic ? ([400, 315, 630][index % 3] ?? 400) : ([800, 1250, 630][index % 3] ?? 630)
      const place = feeder.name.replace('10 kV ', '').replace(/线$/, '')
      const label = `${place} ${index + 1} 号${isPublic ? '公变' : '专变'}`
      const historicMaxKw = isPublic ? Math.round(kva * (0.42 + 0.09 * (index % 5))) : ''
      return { label, point: name, at, kva, isPublic, historicMaxKw }
    }),
)

/** From every fourth public transformer two low-voltage lines to a shop and a house. */
const lowVoltage = transformers
  .filter(({ isPublic }) => isPublic)
  .filter((_, index) => index % 4 === 0)
  .map(({ label, at: [x, y] }, index) => ({
    transformer: label,
    pole: `${label} 01 号杆`,
    poleAt: [x + 45, y + 20] as Place,
    supplies: [
      { name: `${label} 商铺 ${index + 1}`, at: [x + 80, y + 45] as Place, phases: 3, kw: 20 },
      { name: `${label} 住户 ${index + 1}`, at: [x + 75, y - 15] as Place, phases: 1, kw: 8 },
    ],
  }))

/** The network in the sheets of `standards/power/network-template.csv`. */
export function networkText(): string {
  const numbers = ['I', 'II'] as const
  return [
    '# Invented network of the demonstration company; drawn by scripts/draw-demonstration-town.ts.',
    sheet(
      'substations',
      'name,lon,lat,highKv',
      substations.map(({ name, at, highKv }) => [name, ...degrees(at), highKv]),
    ),
    sheet(
      'busSections',
      'name,substation,kv,incomer,spareBays,setPu,shortCircuitMva,rOverX',
      substations.flatMap(({ name, sk }) =>
        numbers.map((number, at) => [
          sectionName(name, number),
          name,
          10,
          `${name} ${at + 1} 号主变`,
          2 - at,
          1.03,
          sk,
          0.1,
        ]),
      ),
    ),
    sheet(
      'mainTransformers',
      'name,substation,busSection,ratedMva,historicMaxMva,promisedKva',
      substations.flatMap(({ name, ratedMva, maxMva }) =>
        numbers.map((number, at) => [
          `${name} ${at + 1} 号主变`,
          name,
          sectionName(name, number),
          ratedMva,
          maxMva[at] ?? 0,
          500,
        ]),
      ),
    ),
    sheet(
      'feeders',
      'name,busSection,kv,ratedA,historicMaxA,users,promisedKva',
      drawn.map((f) => [f.name, f.busSection, 10, f.ratedA, f.historicMaxA, f.users, f.promisedKva]),
    ),
    sheet('poles', 'name,lon,lat,kv', [
      ...drawn.flatMap(({ points }) =>
        points.filter(({ isUnit }) => !isUnit).map(({ name, at }) => [name, ...degrees(at), 10]),
      ),
      ...lowVoltage.map(({ pole, poleAt }) => [pole, ...degrees(poleAt), 0.4]),
    ]),
    sheet(
      'ringMainUnits',
      'name,kind,lon,lat,kv,spareBays',
      drawn.flatMap(({ points }) =>
        points
          .filter(({ isUnit }) => isUnit)
          .map(({ name, at }, index) => [name, 'ring-main-unit', ...degrees(at), 10, 2 + (index % 3)]),
      ),
    ),
    sheet(
      'sections',
      'name,feeder,from,to,laying,model,lengthM',
      drawn.flatMap((feeder) =>
        feeder.points.map(({ name, at }, index) => {
          const before = feeder.points[index - 1]
          const from = before?.at ?? feeder.way[0] ?? at
          const lengthM = Math.round(Math.hypot(at[0] - from[0], at[1] - from[1]) * 1.03)
          const model = feeder.laying === 'cable' ? 'YJV22-10-3x300' : 'JKLYJ-10-240'
          return [
            `${feeder.name} ${twoDigits(index + 1)} 段`,
            feeder.name,
            before?.name ?? feeder.busSection,
            name,
            feeder.laying,
            model,
            lengthM,
          ]
        }),
      ),
    ),
    sheet('switches', 'name,from,to,kind,closed', [
      ['滨河学府联络', endOf('10 kV 滨河线'), endOf('10 kV 学府一线'), 'load-break', 'no'],
      ['城南学府联络', endOf('10 kV 城南线'), endOf('10 kV 学府二线'), 'load-break', 'no'],
      ['工业城南联络', endOf('10 kV 工业二线'), 'N30 号杆', 'load-break', 'no'],
      ['工业东湖联络', endOf('10 kV 工业一线'), endOf('10 kV 东湖线'), 'load-break', 'no'],
    ]),
    sheet(
      'distributionTransformers',
      'name,point,kva,highKv,lowKv,public,historicMaxKw,zone',
      transformers.map(({ label, point, kva, isPublic, historicMaxKw }) => [
        label,
        point,
        kva,
        10,
        0.4,
        isPublic ? 'yes' : 'no',
        historicMaxKw,
        isPublic ? 'B' : '',
      ]),
    ),
    sheet(
      'lowVoltageLines',
      'name,from,to,model,lengthM',
      lowVoltage.flatMap(({ transformer, pole, supplies }) => [
        [`${transformer} 主线`, transformer, pole, 'JKLY-0.4-120', 55],
        ...supplies.map(({ name }) => [`${name} 接户线`, pole, name, 'JKLY-0.4-70', 45]),
      ]),
    ),
    sheet(
      'supplyPoints',
      'name,lon,lat,phases,kw',
      lowVoltage.flatMap(({ supplies }) =>
        supplies.map(({ name, at, phases, kw }) => [name, ...degrees(at), phases, kw]),
      ),
    ),
    // The maxima of the year before the network came into force; its spare bays as they stood then.
    sheet('measured', 'maximaFrom,maximaUntil,baysCountedOn', [['2024-01-01', '2024-12-31', '2024-12-31']]),
  ].join('\n')
}
