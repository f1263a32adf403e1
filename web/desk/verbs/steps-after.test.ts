import { expect, it } from 'vitest'
import { stepsAfter } from './steps-after.ts'

const flow = (source: string, target: string) =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`

it('finds what follows, through branches, and leaves out what runs beside', () => {
  const xml =
    ['a', 'b'].map((from) => flow(from, 'join')).join('') +
    flow('split', 'a') +
    flow('split', 'b') +
    flow('join', 'end')
  expect([...stepsAfter(xml, 'a')].sort()).toEqual(['end', 'join'])
  expect([...stepsAfter(xml, 'split')].sort()).toEqual(['a', 'b', 'end', 'join'])
})

it('ends in a loop and does not name the step itself', () => {
  const xml = `${flow('draft', 'check')}${flow('check', 'draft')}<sequenceFlow targetRef='end' sourceRef='check' id='x'>`
  expect([...stepsAfter(xml, 'draft')].sort()).toEqual(['check', 'end'])
})
