import type { ProcessTree } from './process-tree.ts'

/**
 * Every trace of a tree, loops gone through at most `rounds` times more than once: the language that tests compare. Grows
 * fast with parallel branches: for small trees only.
 */
export function tracesOf(tree: ProcessTree, rounds: number): string[][] {
  switch (tree.kind) {
    case 'silent':
      return [[]]
    case 'activity':
      return [[tree.label]]
    case 'choice':
      return distinct(tree.children.flatMap((child) => tracesOf(child, rounds)))
    case 'sequence':
      return distinct(tree.children.map((child) => tracesOf(child, rounds)).reduce(eachThen, [[]]))
    case 'parallel':
      return distinct(tree.children.map((child) => tracesOf(child, rounds)).reduce(interleavings, [[]]))
    case 'loop':
      return distinct(loopTraces(tree.children, rounds))
  }
}

function loopTraces([body, ...back]: readonly ProcessTree[], rounds: number): string[][] {
  const once = body ? tracesOf(body, rounds) : [[]]
  const again = eachThen(
    back.flatMap((child) => tracesOf(child, rounds)),
    once,
  )
  let longest = once
  const all = [...once]
  for (let round = 0; round < rounds; round++) {
    longest = eachThen(longest, again)
    all.push(...longest)
  }
  return all
}

const eachThen = (firsts: readonly string[][], seconds: readonly string[][]): string[][] =>
  firsts.flatMap((first) => seconds.map((second) => [...first, ...second]))

const interleavings = (firsts: readonly string[][], seconds: readonly string[][]): string[][] =>
  firsts.flatMap((first) => seconds.flatMap((second) => shuffle(first, second)))

function shuffle(a: readonly string[], b: readonly string[]): string[][] {
  const [firstA, ...restA] = a
  const [firstB, ...restB] = b
  if (firstA === undefined) return [[...b]]
  if (firstB === undefined) return [[...a]]
  return [...shuffle(restA, b).map((rest) => [firstA, ...rest]), ...shuffle(a, restB).map((rest) => [firstB, ...rest])]
}

const distinct = (traces: readonly string[][]): string[][] => [
  ...new Map(traces.map((trace) => [trace.join('\u0000'), trace])).values(),
]
