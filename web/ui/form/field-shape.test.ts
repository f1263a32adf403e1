import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Files, Location, Note, Photos, Signature, taskForm } from '#casefile/form-shapes'
import { ApplicationForm } from '#journey/acceptance/api'
import { findRoom, loadTaskForm, useCasesWithForm } from '../tasks/load-task-form.ts'
import { type FieldShape, shapesOf } from './field-shape.ts'
import { formTexts, type Labels } from './form-texts.ts'

const kindsOf = (schema: z.ZodType) =>
  Object.fromEntries(shapesOf(schema as never).map((shape) => [shape.name, shape.kind]))

describe('shapes of fields', () => {
  it('read every kind a form may hold', () => {
    const form = taskForm({
      note: Note,
      name: z.string().trim().max(100),
      done: z.boolean(),
      agreed: z.literal(true),
      phases: z.enum(['one', 'three']).default('one'),
      on: z.iso.date(),
      at: z.iso.datetime({ offset: true }).optional(),
      capacityKva: z.number().positive().max(100),
      who: z.array(z.string()),
      rows: z.array(z.object({ count: z.number().int().min(1) })),
      firm: z.object({ name: z.string() }),
      photos: Photos,
      files: Files,
      file: z.object({ sha256: z.string(), name: z.string() }),
      location: Location.optional(),
      signature: Signature,
    })
    expect(kindsOf(form)).toEqual({
      note: 'long-text',
      name: 'text',
      done: 'switch',
      agreed: 'must-agree',
      phases: 'choice',
      on: 'date',
      at: 'instant',
      capacityKva: 'number',
      who: 'texts',
      rows: 'rows',
      firm: 'group',
      photos: 'photos',
      files: 'files',
      file: 'file',
      location: 'location',
      signature: 'signature',
      counterVisit: 'counter-visit',
    })
    const [rows] = shapesOf(form as never).filter((shape) => shape.name === 'rows')
    expect(rows?.fields[0]).toMatchObject({ name: 'count', isWhole: true, minimum: 1, isRequired: true })
    const [phases] = shapesOf(form as never).filter((shape) => shape.name === 'phases')
    expect(phases).toMatchObject({ isRequired: false, defaultValue: 'one', choices: ['one', 'three'] })
  })

  it('refuse what is no form', () => {
    expect(() => shapesOf(z.string() as never)).toThrow('a form is an object')
    expect(findRoom('no-such-step')).toBeUndefined()
  })
})

/** Everything on a form that has to be worded: fields by path, choices by field and value. */
function wordsNeeded(shapes: readonly FieldShape[], above = ''): readonly (readonly [string, string?])[] {
  return shapes.flatMap((shape) => {
    const path = above === '' ? shape.name : `${above}.${shape.name}`
    const own = [[path] as const, ...shape.choices.map((choice) => [path, choice] as const)]
    return [...own, ...wordsNeeded(shape.fields, path)]
  })
}

function unworded(shapes: readonly FieldShape[], labels: readonly Labels[]): readonly string[] {
  const texts = (['zh-CN', 'en'] as const).map((language) => formTexts(labels, language))
  return wordsNeeded(shapes).flatMap(([path, choice]) => {
    const name = path.split('.').at(-1) ?? path
    const found = texts.map((text) => (choice === undefined ? text.label(path) : text.value(path, choice)))
    // English words may look like the key itself (`name` is not among them); Chinese never does.
    return found[0] === (choice ?? name) && !/^[IV\d.S]+$/.test(choice ?? '') ? [`${path} ${choice ?? ''}`.trim()] : []
  })
}

describe('words of forms', () => {
  it('there are forms to look at', () => expect(useCasesWithForm.length).toBeGreaterThan(30))

  it.each(useCasesWithForm)('%s has a label for every field and choice', async (useCase) => {
    const { schema, labels } = await loadTaskForm(useCase)
    expect(unworded(shapesOf(schema as never), labels)).toEqual([])
    expect(formTexts(labels, 'en').find(`useCase.${useCase}`), 'its own name').toBeDefined()
  })

  it('the application has too', async () => {
    const { labels } = await loadTaskForm('accept-application')
    expect(unworded(shapesOf(ApplicationForm as never), labels)).toEqual([])
  })
})
