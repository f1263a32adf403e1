import { CompanyDetails, NoticeLibrary, type StaffRole, staffRoles } from '#casefile'
import type { Fault } from '#kernel'
import { noticePlaces } from '#platform/documents/form-notices'
import { type DecisionTable, type ProcessGraph, readDecisions, readProcess } from '#process'
import type { StandardText } from './standard-version.ts'

/** Line of the file in which an element with this id begins. */
function lineOf(content: string, id: string): number {
  const at = content.indexOf(`id="${id}"`)
  return at < 0 ? 1 : content.slice(0, at).split('\n').length
}

const isRole = (role: string) => role === 'customer' || staffRoles.includes(role as StaffRole)

/** Steps nobody could do: a use case the product does not have, a role nobody holds. Each names element and line. */
export async function checkSteps(text: StandardText, useCases: ReadonlySet<string>): Promise<readonly Fault[]> {
  const graph = await readProcess(text.content)
  if (!graph.ok) return []
  const faultOf = ({ id }: ProcessGraph['tasks'][number], code: string, value: string): Fault => ({
    path: id,
    code,
    data: { line: lineOf(text.content, id), element: 'userTask', value },
  })
  return graph.value.tasks.flatMap((task) => [
    ...(useCases.has(task.useCase) ? [] : [faultOf(task, 'unknown-use-case', task.useCase)]),
    ...(isRole(task.role) ? [] : [faultOf(task, 'unknown-role', task.role)]),
  ])
}

/** What the program asks of a standard must go on being answered by its successor. */
export async function checkSuccessor(before: StandardText, text: StandardText): Promise<readonly Fault[]> {
  if (text.kind === 'decision') return await checkTables(before, text)
  if (text.kind === 'document' && text.name === 'notices') return unknownPlaces(before.content, text.content)
  return text.kind === 'table' && text.name === parameterFile ? parameterFaults(before.content, text.content) : []
}

/** The columns of the version before, no new question that nobody answers, and of settings every key. */
async function checkTables(before: StandardText, text: StandardText): Promise<readonly Fault[]> {
  const [old, next] = [await readDecisions(before.content), await readDecisions(text.content)]
  if (!old.ok || !next.ok) return []
  return old.value.flatMap((table) => {
    const successor = next.value.find((candidate) => candidate.id === table.id)
    if (!successor) return [{ path: table.id, code: 'table-missing', data: { line: 1, element: 'decision' } }]
    return [...columnFaults(table, successor, text.content), ...settingFaults(before.content, text.content, table)]
  })
}

function columnFaults(table: DecisionTable, successor: DecisionTable, content: string): Fault[] {
  const data = { line: lineOf(content, table.id), element: 'decision' }
  const names = new Set(table.inputs.flatMap((input) => input.names))
  return [
    ...table.outputs
      .filter((output) => !successor.outputs.includes(output))
      .map((column) => ({ path: table.id, code: 'output-missing', data: { ...data, column } })),
    ...successor.inputs
      .flatMap((input) => input.names)
      .filter((name) => !names.has(name))
      .map((column) => ({ path: table.id, code: 'input-unknown', data: { ...data, column } })),
  ]
}

const keysOf = (content: string): readonly string[] =>
  [...content.matchAll(/<inputEntry[^>]*>\s*<text>"([a-z0-9-]+)"<\/text>/g)].map((match) => match[1] ?? '')

/** Settings are the tables that are asked by a key. */
function settingFaults(before: string, content: string, { id: table, inputs }: DecisionTable): Fault[] {
  if (inputs.length !== 1 || inputs[0]?.names.join() !== 'key') return []
  const kept = new Set(keysOf(content))
  return [...new Set(keysOf(before))]
    .filter((key) => !kept.has(key))
    .map((key) => ({
      path: table,
      code: 'setting-missing',
      data: { line: lineOf(content, table), element: 'decision', key },
    }))
}

const parameterFile = 'power/parameters.csv'
const namesOf = (content: string) => content.split(/\r?\n/).flatMap((line) => line.split(',', 1).filter(Boolean))

function parameterFaults(before: string, content: string): Fault[] {
  const kept = new Set(namesOf(content))
  return [...new Set(namesOf(before))]
    .filter((key) => !kept.has(key))
    .map((key) => ({ path: key, code: 'setting-missing', data: { line: 1, key } }))
}

/** Places for values in notices that nothing fills: neither the form, as far as its notices named them, nor the company's details. */
function unknownPlaces(before: string, content: string): Fault[] {
  const old = placesByForm(before)
  return [...placesByForm(content)].flatMap(([form, places]) =>
    [...places]
      .filter((name) => !(name in CompanyDetails.shape) && !old.get(form)?.has(name))
      .map((name) => ({ path: form, code: 'unknown-place', data: { form, name } })),
  )
}

function placesByForm(content: string): ReadonlyMap<string, ReadonlySet<string>> {
  const { forms } = NoticeLibrary.parse(JSON.parse(content))
  return new Map(
    Object.entries(forms).map(([form, notices]) => [
      form,
      new Set(notices.flatMap(({ zh, en }) => [...noticePlaces(zh), ...noticePlaces(en)])),
    ]),
  )
}
