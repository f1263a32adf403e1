/**
 * A block-structured process. A loop does its first child, then any number of times one of the others followed by the
 * first again.
 */
export type ProcessTree =
  | { readonly kind: 'activity'; readonly label: string }
  | { readonly kind: 'silent' }
  | { readonly kind: Operator; readonly children: readonly ProcessTree[] }

export type Operator = 'sequence' | 'choice' | 'parallel' | 'loop'

export const silent: ProcessTree = { kind: 'silent' }
export const activity = (label: string): ProcessTree => ({ kind: 'activity', label })

/** The operator over its children, without needless nesting: one child stands for itself, like within like is joined. */
export function block(kind: Operator, children: readonly ProcessTree[]): ProcessTree {
  const [only] = children
  if (only && children.length === 1 && kind !== 'loop') return only
  if (kind === 'loop') return { kind, children }
  const flat = children.flatMap((child) => (child.kind === kind && 'children' in child ? child.children : [child]))
  return { kind, children: flat }
}

const signs: Readonly<Record<Operator, string>> = { sequence: '->', choice: 'X', parallel: '+', loop: '*' }

/** The usual one-line form: `->( 'a', X( tau, 'b' ) )`. */
export function writeTree(tree: ProcessTree): string {
  if (tree.kind === 'silent') return 'tau'
  if (tree.kind === 'activity') return `'${tree.label}'`
  return `${signs[tree.kind]}( ${tree.children.map(writeTree).join(', ')} )`
}
