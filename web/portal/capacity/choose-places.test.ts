import { describe, expect, it } from 'vitest'
import { choosePlaces, getAwayM, readNeed, roomOf } from './choose-places.ts'

const places = [
  { name: 'near', openKva: 40, place: { lon: 120.5, lat: 30 } },
  { name: 'far', openKva: 200, place: { lon: 120.6, lat: 30 } },
  { name: 'full', openKva: 0, place: { lon: 120.5, lat: 30.01 } },
]
const names = (need?: number, from?: { lon: number; lat: number }) =>
  choosePlaces(places, need, from).map(({ name }) => name)

describe('where there is capacity', () => {
  it('is shown roomiest first, and nearest first for who says where he is', () => {
    expect(names()).toEqual(['far', 'near', 'full'])
    expect(names(undefined, { lon: 120.49, lat: 30 })).toEqual(['near', 'full', 'far'])
  })
  it('leaves out what is too small for the need', () => {
    expect(names(40)).toEqual(['far', 'near'])
    expect(names(201)).toEqual([])
  })
  it('measures like the map', () => {
    expect(getAwayM({ lon: 120, lat: 60 }, { lon: 121, lat: 60 })).toBeCloseTo(55_660, -1)
  })
  it('reads an amount, and takes nonsense as nothing asked', () => {
    expect([' 80 ', '', 'abc', '-5', '0'].map(readNeed)).toEqual([80, undefined, undefined, undefined, undefined])
    expect([0, 1, 99, 100].map((openKva) => roomOf(openKva, 100))).toEqual(['full', 'some', 'some', 'plenty'])
  })
})
