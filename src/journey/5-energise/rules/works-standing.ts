import { type CaseFile, findBody, findFact } from '#casefile'

/** A defect of an inspection that is still open. */
export interface OpenDefect {
  readonly defectId: string
  readonly description: string
}

type Inspected = {
  readonly passed: boolean
  readonly inspectedOn: string
  readonly openDefects: readonly OpenDefect[]
} & Record<string, never>

export const openDefects = (file: CaseFile): readonly OpenDefect[] =>
  findBody<Inspected>(file, 'completion-inspected')?.openDefects ?? []

/** Day the completion inspection was passed; undefined: not passed. */
export const inspectionPassed = (file: CaseFile): string | undefined => {
  const inspected = findBody<Inspected>(file, 'completion-inspected')
  return inspected?.passed ? inspected.inspectedOn : undefined
}

/** Were the concealed works looked at before they were covered? True where nobody asks for it. */
export const concealedWorksChecked = (file: CaseFile): boolean =>
  file.state.variables.interimRequired !== true || findFact(file, 'interim-inspected')?.body.passed === true
