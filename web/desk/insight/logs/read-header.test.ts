import { expect, it } from 'vitest'
import { guessGuide, readHeader } from './read-header.ts'

it('reads the names of the columns, whatever parts them', () => {
  expect(readHeader('\ufeff工单编号,环节,"时间, 完成"\r\n1,2,3')).toEqual({
    delimiter: ',',
    columns: ['工单编号', '环节', '时间, 完成'],
  })
  expect(readHeader('case;activity;time').columns).toEqual(['case', 'activity', 'time'])
  expect(readHeader('a\tb').columns).toEqual(['a', 'b'])
  expect(readHeader('a|b').columns).toEqual(['a', 'b'])
})

it('guesses which column tells what', () => {
  expect(guessGuide(['case:concept:name', 'concept:name', 'time:timestamp', 'cost'])).toEqual({
    caseId: 'case:concept:name',
    activity: 'concept:name',
    time: 'time:timestamp',
  })
})
