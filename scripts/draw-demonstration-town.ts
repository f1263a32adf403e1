import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `node scripts/draw-demonstration-town.ts`: draws the invented town of the demonstration company, its network
 * (`standards/demonstration/network.csv`) and its ground (`standards/demonstration/ground.geojson`). The customer of the
 * stories lives at 120.5218, 29.8734. The same files at each run.
 */
const origin = { lon: 120.52, lat: 29.872 }
const metresPerDegree = 111_320
const east = metresPerDegree * Math.cos((origin.lat * Math.PI) / 180)

type Place = readonly [x: number, y: number]

const degrees = ([x, y]: Place): [number, number] => [
  Number((origin.lon + x / east).toFixed(6)),
  Number((origin.lat + y / metresPerDegree).toFixed(6)),
]

interface FeederPlan {
  readonly name: string
  /** Prefix of its poles and ring main units. */
  readonly prefix: string
  readonly busSection: string
  readonly laying: 'overhead' | 'cable'
  readonly way: readonly Place[]
  readonly ratedA: number
  readonly historicMaxA: number
  readonly users: number
  readonly promisedKva: number
}

const substations = [
  { name: '110 kV 柳林变', at: [-1900, 1300] as Place, highKv: 110, ratedMva: 40, maxMva: [21, 25], sk: 250 },
  { name: '35 kV 城东变', at: [2400, 1300] as Place, highKv: 35, ratedMva: 12.5, maxMva: [8.2, 6.1], sk: 160 },
]
const sectionName = (substation: string, number: 'I' | 'II') => `${substation} 10 kV ${number} 段`
const liulin = (number: 'I' | 'II') => sectionName('110 kV 柳林变', number)
const chengdong = (number: 'I' | 'II') => sectionName('35 kV 城东变', number)

const feeders: readonly FeederPlan[] = [
  {
    name: '10 kV 滨河线',
    prefix: 'HK',
    busSection: liulin('I'),
    laying: 'cable',
    way: [
      [-1900, 1300],
      [-1850, 0],
      [-183, -89],
      [1500, 60],
    ],
    ratedA: 450,
    historicMaxA: 232,
    users: 28,
    promisedKva: 630,
  },
  {
    name: '10 kV 工业一线',
    prefix: 'G1-',
    busSection: liulin('II'),
    laying: 'overhead',
    way: [
      [-1900, 1300],
      [-600, 1420],
      [1400, 1900],
    ],
    ratedA: 480,
    historicMaxA: 190,
    users: 19,
    promisedKva: 0,
  },
  {
    name: '10 kV 工业二线',
    prefix: 'G2-',
    busSection: liulin('I'),
    laying: 'overhead',
    way: [
      [-1900, 1300],
      [-900, 1230],
      [-930, 300],
      [-960, -1150],
    ],
    ratedA: 480,
    historicMaxA: 205,
    users: 31,
    promisedKva: 400,
  },
  {
    name: '10 kV 城南线',
    prefix: 'N',
    busSection: liulin('II'),
    laying: 'overhead',
    way: [
      [-1900, 1300],
      [-2500, -700],
      [-600, -1180],
      [1500, -1100],
    ],
    ratedA: 420,
    historicMaxA: 311,
    users: 53,
    promisedKva: 250,
  },
  {
    name: '10 kV 柳林新村线',
    prefix: 'X',
    busSection: liulin('II'),
    laying: 'overhead',
    way: [
      [-1900, 1300],
      [-3100, 1600],
      [-3700, 2500],
    ],
    ratedA: 420,
    historicMaxA: 176,
    users: 22,
    promisedKva: 0,
  },
  {
    name: '10 kV 学府一线',
    prefix: 'F1-',
    busSection: chengdong('I'),
    laying: 'overhead',
    way: [
      [2400, 1300],
      [900, 1180],
      [960, 260],
    ],
    ratedA: 360,
    historicMaxA: 306,
    users: 41,
    promisedKva: 315,
  },
  {
    name: '10 kV 学府二线',
    prefix: 'F2-',
    busSection: chengdong('II'),
    laying: 'overhead',
    way: [
      [2400, 1300],
      [2150, 200],
      [2050, -1050],
    ],
    ratedA: 420,
    historicMaxA: 118,
    users: 16,
    promisedKva: 0,
  },
  {
    name: '10 kV 物流园线',
    prefix: 'W',
    busSection: chengdong('I'),
    laying: 'overhead',
    way: [
      [2400, 1300],
      [3600, 900],
      [4300, 1700],
    ],
    ratedA: 420,
    historicMaxA: 142,
    users: 12,
    promisedKva: 800,
  },
  {
    name: '10 kV 东湖线',
    prefix: 'D',
    busSection: chengdong('II'),
    laying: 'overhead',
    way: [
      [2400, 1300],
      [2500, 2600],
      [1600, 3000],
    ],
    ratedA: 420,
    historicMaxA: 165,
    users: 26,
    promisedKva: 160,
  },
]

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

const drawn: readonly Drawn[] = feeders.map((feeder) => {
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
const transformers = drawn.flatMap((feeder) =>
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

function networkText(): string {
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
  ].join('\n')
}

interface GroundShape {
  readonly kind: string
  readonly isArea: boolean
  readonly line: readonly Place[]
}

/** Streets every 420 m, houses in the blocks between, a river in the south, a railway in the north, a wood. */
function groundShapes(): GroundShape[] {
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / 420) + 1 }, (_, at) => from + at * 420)
  const [xs, ys] = [lines(-3900, 4600), lines(-1500, 3200)]
  const street = (a: Place, b: Place): GroundShape => ({ kind: 'road', isArea: false, line: [a, b] })
  const block = (x: number, y: number, width: number, height: number): GroundShape => ({
    kind: 'building',
    isArea: true,
    line: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  })
  const houses = xs.slice(0, -1).flatMap((x, column) =>
    ys.slice(0, -1).flatMap((y, row) => {
      // Some blocks are fields, so that the town has edges.
      if ((column * 7 + row * 3) % 5 === 0) return []
      return [
        block(x + 50, y + 50, 130, 90),
        block(x + 230, y + 60, 120, 110),
        block(x + 60, y + 230, 110 + ((column * 13) % 60), 120),
        block(x + 250, y + 250, 100, 80 + ((row * 17) % 50)),
      ]
    }),
  )
  return [
    ...xs.map((x) => street([x, -1500], [x, 3200])),
    ...ys.map((y) => street([-3900, y], [4600, y])),
    {
      kind: 'water',
      isArea: true,
      line: [
        [-4000, -820],
        [-1500, -620],
        [900, -760],
        [4700, -420],
        [4700, -560],
        [900, -900],
        [-1500, -760],
        [-4000, -960],
        [-4000, -820],
      ],
    },
    {
      kind: 'railway',
      isArea: false,
      line: [
        [-4000, 2250],
        [0, 2380],
        [4700, 2150],
      ],
    },
    {
      kind: 'protected',
      isArea: true,
      line: [
        [-3300, 300],
        [-2700, 350],
        [-2750, 800],
        [-3250, 760],
        [-3300, 300],
      ],
    },
    ...houses,
  ]
}

function groundText(): string {
  const features = groundShapes().map(({ kind, isArea, line }) => {
    const coordinates = line.map(degrees)
    const geometry = isArea ? { type: 'Polygon', coordinates: [coordinates] } : { type: 'LineString', coordinates }
    return JSON.stringify({ type: 'Feature', properties: { kind }, geometry })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}

const folder = join(import.meta.dirname, '..', 'standards', 'demonstration')
writeFileSync(join(folder, 'network.csv'), networkText())
writeFileSync(join(folder, 'ground.geojson'), groundText())
console.log(
  `${drawn.length} feeders, ${transformers.length} distribution transformers, ${groundShapes().length} shapes of ground`,
)
