import fc from 'fast-check'

/** A process as a tree of blocks, sound by construction. Tasks, gateways and variables are numbered when it is written out. */
export type Block =
  | { readonly kind: 'task' }
  | { readonly kind: 'sequence'; readonly parts: readonly Block[] }
  | { readonly kind: 'parallel'; readonly branches: readonly Block[] }
  | { readonly kind: 'exclusive'; readonly branches: readonly Block[]; readonly hasDefault: boolean }
  /** `body`, then out, or `redo` and `body` again. */
  | { readonly kind: 'loop'; readonly body: Block; readonly redo: Block; readonly mergesAtGateway: boolean }
  /** On, or out of the whole process by a terminate end. */
  | { readonly kind: 'abort' }

const task = fc.constant<Block>({ kind: 'task' })
const skip = fc.constant<Block>({ kind: 'sequence', parts: [] })

/** Any block of the supported subset; `loops: false` leaves loops out, `aborts: false` terminate ends. */
export function blocks({
  loops = true,
  aborts = true,
  maxDepth = 3,
}: {
  readonly loops?: boolean
  readonly aborts?: boolean
  readonly maxDepth?: number
} = {}): fc.Arbitrary<Block> {
  return fc
    .letrec<{ block: Block; branch: Block; sequence: Block }>((tie) => ({
      block: fc.oneof(
        { maxDepth, depthIdentifier: 'blocks', withCrossShrink: true },
        { weight: 3, arbitrary: task },
        { weight: 2, arbitrary: tie('sequence') },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant('parallel' as const),
            branches: fc.array(tie('branch'), { minLength: 2, maxLength: 3 }),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant('exclusive' as const),
            branches: fc.array(tie('branch'), { minLength: 2, maxLength: 3 }),
            hasDefault: fc.boolean(),
          }),
        },
        ...(aborts ? [{ weight: 1, arbitrary: fc.constant<Block>({ kind: 'abort' }) }] : []),
        ...(loops
          ? [
              {
                weight: 1,
                arbitrary: fc.record({
                  kind: fc.constant('loop' as const),
                  // A body that starts with a task keeps every loop busy.
                  body: fc.record({
                    kind: fc.constant('sequence' as const),
                    parts: fc.tuple(task, tie('branch')).map(([first, rest]) => [first, rest] as readonly Block[]),
                  }),
                  redo: tie('branch'),
                  mergesAtGateway: fc.boolean(),
                }),
              },
            ]
          : []),
      ),
      branch: fc.oneof(
        { maxDepth, depthIdentifier: 'blocks' },
        { weight: 1, arbitrary: skip },
        { weight: 5, arbitrary: tie('block') },
      ),
      sequence: fc.record({
        kind: fc.constant('sequence' as const),
        parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
      }),
    }))
    .block.map((block): Block => ({ kind: 'sequence', parts: [{ kind: 'task' }, block] }))
}

/** How gateways are written; changing one plants an error in the meaning of a process. */
export interface Writing {
  readonly parallelSplit: string
  readonly parallelJoin: string
  readonly exclusiveSplit: string
  readonly exclusiveMerge: string
}

export const faithful: Writing = {
  parallelSplit: 'parallelGateway',
  parallelJoin: 'parallelGateway',
  exclusiveSplit: 'exclusiveGateway',
  exclusiveMerge: 'exclusiveGateway',
}

export interface WrittenProcess {
  readonly xml: string
  readonly tasks: readonly string[]
  /** Variables the conditions read, each with how many values it may take (0 … n-1). A loop goes on at 1. */
  readonly variables: Readonly<Record<string, number>>
}

/** Writes a block out as a BPMN 2.0 file. */
export function writeProcess(block: Block, writing: Writing = faithful): WrittenProcess {
  const writer = new ProcessWriter(writing)
  writer.node('startEvent', 'start')
  writer.connect(writer.write(block, { from: 'start' }), 'end')
  writer.node('endEvent', 'end')
  return writer.finish()
}

/** Where the next element is attached: behind `from`, under a condition or as its default. */
interface Tail {
  readonly from: string
  readonly condition?: string
  readonly isDefault?: boolean
}

class ProcessWriter {
  private readonly writing: Writing
  private readonly nodes = new Map<string, { readonly tag: string; defaultFlow?: string }>()
  private readonly flows: string[] = []
  private readonly variables: Record<string, number> = {}
  private counter = 0

  constructor(writing: Writing) {
    this.writing = writing
  }

  node(tag: string, id: string): string {
    this.nodes.set(id, { tag })
    return id
  }

  connect(tail: Tail, to: string): void {
    const id = `f${this.flows.length + 1}`
    const source = this.nodes.get(tail.from)
    if (tail.isDefault && source) source.defaultFlow = id
    const condition = tail.condition ? `<conditionExpression>${tail.condition}</conditionExpression>` : ''
    this.flows.push(`<sequenceFlow id="${id}" sourceRef="${tail.from}" targetRef="${to}">${condition}</sequenceFlow>`)
  }

  private next(prefix: string): string {
    this.counter += 1
    return `${prefix}${this.counter}`
  }

  private attach(tail: Tail, tag: string, prefix: string): string {
    const id = this.node(tag, this.next(prefix))
    this.connect(tail, id)
    return id
  }

  write(block: Block, tail: Tail): Tail {
    if (block.kind === 'task') return { from: this.attach(tail, 'userTask', 't') }
    if (block.kind === 'sequence') return block.parts.reduce((end: Tail, part) => this.write(part, end), tail)
    if (block.kind === 'parallel') return this.parallel(block.branches, tail)
    if (block.kind === 'exclusive') return this.exclusive(block.branches, block.hasDefault, tail)
    return block.kind === 'loop' ? this.loop(block, tail) : this.abort(tail)
  }

  private parallel(branches: readonly Block[], tail: Tail): Tail {
    const split = this.attach(tail, this.writing.parallelSplit, 'fork')
    const join = this.node(this.writing.parallelJoin, this.next('join'))
    for (const branch of branches) this.connect(this.write(branch, { from: split }), join)
    return { from: join }
  }

  private exclusive(branches: readonly Block[], hasDefault: boolean, tail: Tail): Tail {
    const split = this.attach(tail, this.writing.exclusiveSplit, 'choice')
    const merge = this.node(this.writing.exclusiveMerge, this.next('merge'))
    const variable = this.next('v')
    this.variables[variable] = branches.length
    for (const [index, branch] of branches.entries()) {
      const isDefault = hasDefault && index === branches.length - 1
      const start = isDefault ? { from: split, isDefault } : { from: split, condition: `${variable} = ${index}` }
      this.connect(this.write(branch, start), merge)
    }
    return { from: merge }
  }

  private loop(block: Extract<Block, { kind: 'loop' }>, tail: Tail): Tail {
    const variable = this.next('v')
    this.variables[variable] = 2
    const first = block.mergesAtGateway
      ? this.attach(tail, this.writing.exclusiveMerge, 'again')
      : `t${this.counter + 1}`
    const end = this.write(block.body, block.mergesAtGateway ? { from: first } : tail)
    const split = this.attach(end, this.writing.exclusiveSplit, 'choice')
    this.connect(this.write(block.redo, { from: split, condition: `${variable} = 1` }), first)
    return { from: split, isDefault: true }
  }

  private abort(tail: Tail): Tail {
    const split = this.attach(tail, this.writing.exclusiveSplit, 'choice')
    const variable = this.next('v')
    this.variables[variable] = 2
    this.attach({ from: split, condition: `${variable} = 1` }, 'terminateEndEvent', 'abort')
    return { from: split, isDefault: true }
  }

  finish(): WrittenProcess {
    const nodes = [...this.nodes].map(([id, { tag, defaultFlow }]) => {
      if (tag === 'terminateEndEvent') return `<endEvent id="${id}"><terminateEventDefinition/></endEvent>`
      const work = tag === 'userTask' ? ' tongdian:useCase="do-work" tongdian:role="clerk" tongdian:stage="works"' : ''
      return `<${tag} id="${id}"${defaultFlow ? ` default="${defaultFlow}"` : ''}${work}/>`
    })
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongdian="https://tongdian.example/bpmn" id="file" targetNamespace="https://tongdian.example/processes">
<process id="generated" isExecutable="true">
${[...nodes, ...this.flows].join('\n')}
</process>
</definitions>`
    const tasks = [...this.nodes].filter(([, { tag }]) => tag === 'userTask').map(([id]) => id)
    return { xml, tasks, variables: this.variables }
  }
}

/** A value for every variable; `settle` ends every loop. */
export function someVariables(
  variables: Readonly<Record<string, number>>,
  random: () => number,
  settle = false,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, values]) => [name, settle ? 0 : Math.floor(random() * values)]),
  )
}
