/** Tokens on each place. */
export type Marking = Uint16Array

export interface Arc {
  readonly place: number
  readonly weight: number
}

export interface Transition {
  readonly id: string
  /** The activity it stands for; null for a silent one. */
  readonly label: string | null
  readonly inputs: readonly Arc[]
  readonly outputs: readonly Arc[]
}

/** A place/transition net with the marking it starts from and the one in which a case is complete. */
export interface AcceptingNet {
  readonly places: readonly string[]
  readonly transitions: readonly Transition[]
  readonly initial: Marking
  readonly final: Marking
}

export function isEnabled(transition: Transition, marking: Marking): boolean {
  for (const { place, weight } of transition.inputs) if ((marking[place] as number) < weight) return false
  return true
}

/** The marking after firing; the transition must be enabled. */
export function fire(transition: Transition, marking: Marking): Marking {
  const after = marking.slice()
  for (const { place, weight } of transition.inputs) after[place] = (after[place] as number) - weight
  for (const { place, weight } of transition.outputs) after[place] = (after[place] as number) + weight
  return after
}

/** A text that two markings share exactly when they are equal. */
export const markingKey = (marking: Marking): string => String.fromCharCode(...marking)

export function sameMarking(a: Marking, b: Marking): boolean {
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false
  return true
}

/** Transitions by label, silent ones apart. */
export function transitionsByLabel(net: AcceptingNet): Map<string, number[]> {
  const byLabel = new Map<string, number[]>()
  net.transitions.forEach(({ label }, index) => {
    if (label !== null) byLabel.set(label, [...(byLabel.get(label) ?? []), index])
  })
  return byLabel
}

export const silentTransitions = (net: AcceptingNet): number[] =>
  net.transitions.flatMap(({ label }, index) => (label === null ? [index] : []))

/** Sizes as process mining tables give them: places, transitions, arcs. */
export const netSize = (net: AcceptingNet): { places: number; transitions: number; arcs: number } => ({
  places: net.places.length,
  transitions: net.transitions.length,
  arcs: net.transitions.reduce((sum, { inputs, outputs }) => sum + inputs.length + outputs.length, 0),
})
