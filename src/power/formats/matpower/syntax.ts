/** Syntax of the statements a MATPOWER case is made of. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly line: number }
  | { readonly kind: 'text'; readonly value: string; readonly line: number }
  | { readonly kind: 'all'; readonly line: number }
  | { readonly kind: 'last'; readonly line: number }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Expression[])[]; readonly line: number }
  | { readonly kind: 'cells'; readonly items: readonly Expression[]; readonly line: number }
  | { readonly kind: 'name'; readonly name: string; readonly line: number }
  | { readonly kind: 'field'; readonly of: Expression; readonly field: string; readonly line: number }
  | { readonly kind: 'index'; readonly of: Expression; readonly args: readonly Expression[]; readonly line: number }
  | { readonly kind: 'unary'; readonly sign: string; readonly of: Expression; readonly line: number }
  | {
      readonly kind: 'binary'
      readonly sign: string
      readonly left: Expression
      readonly right: Expression
      readonly line: number
    }
  | { readonly kind: 'range'; readonly parts: readonly Expression[]; readonly line: number }

export type Statement =
  | { readonly kind: 'assign'; readonly target: Expression; readonly value: Expression; readonly line: number }
  | { readonly kind: 'unpack'; readonly names: readonly string[]; readonly value: Expression; readonly line: number }
  | { readonly kind: 'call'; readonly value: Expression; readonly line: number }
  | {
      readonly kind: 'if'
      readonly branches: readonly { readonly when: Expression | undefined; readonly body: readonly Statement[] }[]
      readonly line: number
    }
  | {
      readonly kind: 'for'
      readonly name: string
      readonly over: Expression
      readonly body: readonly Statement[]
      readonly line: number
    }

export interface CaseFunction {
  readonly name: string
  /** Names of what the function gives back: `mpc`, or `baseMVA, bus, gen, branch` in version 1 files. */
  readonly outputs: readonly string[]
  readonly body: readonly Statement[]
}
