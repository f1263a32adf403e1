import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { UseCase } from '#casefile'

type Labels = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly enum?: readonly string[]
}

/** Fields and choices of a room's forms, and the codes its files refuse with, that have no label. */
export function labelGaps(folder: string, useCases: readonly UseCase[], labels: Labels): readonly string[] {
  const wanted = new Set(useCases.flatMap((useCase) => [`useCase.${useCase.name}`, ...keysOf(useCase.form)]))
  for (const code of codesIn(folder)) wanted.add(code)
  return [...wanted].filter((key) => !labels[key]?.zh || !labels[key]?.en).sort()
}

function keysOf(form: z.ZodType): string[] {
  const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return fieldKeys(schema)
}

function fieldKeys({ properties = {}, items }: JsonSchema): string[] {
  const own = Object.entries(properties).flatMap(([name, field]) => [
    // What the picture and file pickers fill in has no label of its own.
    ...(name === 'sha256' ? [] : [name]),
    ...(field.enum ?? []).map((choice) => `value.${name}.${choice}`),
    ...fieldKeys(field),
  ])
  return [...own, ...(items ? fieldKeys(items) : [])]
}

/** Codes of refusals and faults written in the room's files; those that every room shares are the platform's to say. */
function codesIn(folder: string): readonly string[] {
  const shared = new Set(['faulty-input', 'required', 'no-right', 'case-ended'])
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.'),
  )
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const codes = [...text.matchAll(/\bcode: (?:[^'\n]*\? )?'([\w.-]+)'(?: : '([\w.-]+)')?/g)].flatMap((match) => [
    match[1],
    match[2],
  ])
  return codes.filter((code) => code !== undefined && !shared.has(code)).map((code) => `refusal.${code}`)
}
