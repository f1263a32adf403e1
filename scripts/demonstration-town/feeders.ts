import type { Place } from './place.ts'

export interface FeederPlan {
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

export const substations = [
  { name: '110 kV 柳林变', at: [-1900, 1300] as Place, highKv: 110, ratedMva: 40, maxMva: [21, 25], sk: 250 },
  { name: '35 kV 城东变', at: [2400, 1300] as Place, highKv: 35, ratedMva: 12.5, maxMva: [8.2, 6.1], sk: 160 },
]
export const sectionName = (substation: string, number: 'I' | 'II') => `${substation} 10 kV ${number} 段`
const liulin = (number: 'I' | 'II') => sectionName('110 kV 柳林变', number)
const chengdong = (number: 'I' | 'II') => sectionName('35 kV 城东变', number)

export const feeders: readonly FeederPlan[] = [
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
