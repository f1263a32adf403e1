/** Texts by key, nested by subject. Places for values: `{{name}}`. */
export interface TextTree {
  readonly [key: string]: string | TextTree
}

/**
 * The same keys as another tree, each with a text of its own; a key ending in `_other` may have a `_one` beside it, for a
 * language with a singular.
 */
export type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]>
} & {
  readonly [Key in keyof Tree as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string
}

/** Every key of a tree, dotted; singulars are left out, since not every language has them. */
export function keysOf(tree: TextTree, above = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = above === '' ? key : `${above}.${key}`
    if (typeof value !== 'string') return keysOf(value, path)
    return key.endsWith('_one') ? [] : [path]
  })
}
