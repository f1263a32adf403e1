/** Fields that only some kinds of business fill in, by the step that asks them. */
const onlyOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'accept-application': { existingSupply: ['increase'] },
  'draft-contract': { temporaryUntil: ['temporary'] },
  'install-meter': { removedMeters: ['increase'] },
}

/** Fields of a step that a case of this kind has no use for: they are not drawn. */
export function fieldsWithoutUse(useCase: string, kind: string): readonly string[] {
  return Object.entries(onlyOf[useCase] ?? {}).flatMap(([field, kinds]) => (kinds.includes(kind) ? [] : [field]))
}
