import { describe, expect, it } from 'vitest'
import { loadingsOf } from './loadings.ts'
import { placeInFile } from './place-in-file.ts'

describe('the network page', () => {
  it('says row and column of a fault, and the whole path where there is none', () => {
    expect(placeInFile('town.csv:25.busSection')).toEqual({ line: 25, column: 'busSection' })
    expect(placeInFile('a:b.csv:7')).toEqual({ line: 7, column: '' })
    expect(placeInFile('net.json.line.3')).toEqual({ line: undefined, column: 'net.json.line.3' })
  })
  it('counts promises into the loading, and leaves out a feeder without a rating', () => {
    const row = { substation: '', busSection: '', kv: 10, openKva: 0 }
    const { byFeeder } = loadingsOf({
      feeders: [
        { ...row, name: 'A', ratedKva: 8000, historicKva: 4000, promisedKva: 2000 },
        { ...row, name: 'B', ratedKva: 0, historicKva: 4000, promisedKva: 0 },
      ],
      loadingBands: { middle: 0.6, high: 0.8 },
    })
    expect([...byFeeder]).toEqual([['A', 0.75]])
  })
})
