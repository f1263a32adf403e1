import type { Network } from '../network/network.ts'
import type { Amount } from './ledger-facts.ts'

/** Where the capacity ledger counts. Names are the network's own; the word before the colon tells their kind. */
export const feederPlace = (feeder: string): string => `feeder:${feeder}`

/** The main transformers that feed one bus section carry its load together and are one place. */
export const mainTransformerPlace = (names: readonly string[]): string => `transformer:${names.join('+')}`

export const distributionTransformerPlace = (name: string): string => `distribution-transformer:${name}`

/** Bays of a ring main unit, a switching station or a bus section. */
export const bayPlace = (point: string): string => `bay:${point}`

/** Bays are counted by number, all other places in kVA. */
export const isBayPlace = (place: string): boolean => place.startsWith('bay:')

/** Main transformers of a bus section by name, in the order of the network file. */
export const listMainTransformers = ({ mainTransformers }: Network, busSection: number): readonly string[] =>
  mainTransformers.filter((transformer) => transformer.busSection === busSection).map(({ name }) => name)

/** One source of a plan by the names of the network. */
export interface PlannedSource {
  /** null: a new feeder from the bus section. */
  readonly feeder: string | null
  readonly busSection: string
  readonly accessPoint: string
  /** What comes on top of what the network carries already, kVA. */
  readonly capacityKva: number
  /** The customer is tied in here already and takes no bay more. */
  readonly isPresent?: boolean
  /** Load handed from the feeder to a neighbour before the customer is switched on. */
  readonly transfer?: { readonly toFeeder: string; readonly kva: number }
  /** The whole feeder moved to another bus section before; what it brings along. */
  readonly move?: { readonly toBusSection: string; readonly kva: number }
}

/**
 * What a source takes at each place that the network knows (N2): kVA at its feeder and main transformers and one bay at
 * the unit it is tied in at; from a public distribution transformer (the access point, or what is named as the feeder)
 * its kVA there, as the lines above already count that transformer. Empty where the network knows none of the names.
 * Load that is moved away first makes room where it leaves, never more than this source takes, and takes it where it goes.
 */
export function listAmounts(network: Network, source: PlannedSource): Amount[] {
  const { accessPoint, capacityKva: amount } = source
  const low = network.distributionTransformers.find(
    ({ name, isPublic }) => isPublic && (name === accessPoint || name === source.feeder),
  )
  if (low) return [{ place: distributionTransformerPlace(low.name), amount }]
  const feeder = network.feeders.find(({ name }) => name === source.feeder)
  const busSection = feeder?.busSection ?? network.busSections.findIndex(({ name }) => name === source.busSection)
  if (busSection < 0) return []
  const bay = feeder ? accessPoint : (network.busSections[busSection]?.name ?? '')
  const amounts = [
    ...(feeder ? [{ place: feederPlace(feeder.name), amount: amount - (source.transfer?.kva ?? 0) }] : []),
    ...listMoved(network, source, busSection),
    ...(!source.isPresent && hasBays(network, bay) ? [{ place: bayPlace(bay), amount: 1 }] : []),
  ]
  return amounts.filter((each) => each.amount > 0)
}

/** What main transformers take, and the feeder and bay that moved load goes to. */
function listMoved(network: Network, { capacityKva, transfer, move }: PlannedSource, busSection: number): Amount[] {
  const atTransformers = (section: number, amount: number): Amount[] => {
    const names = listMainTransformers(network, section)
    return names.length > 0 ? [{ place: mainTransformerPlace(names), amount }] : []
  }
  if (move) {
    const section = network.busSections.findIndex(({ name }) => name === move.toBusSection)
    return [...atTransformers(section, capacityKva + move.kva), { place: bayPlace(move.toBusSection), amount: 1 }]
  }
  const neighbour = network.feeders.find(({ name }) => name === transfer?.toFeeder)
  if (!transfer || !neighbour) return atTransformers(busSection, capacityKva)
  const toFeeder = { place: feederPlace(neighbour.name), amount: transfer.kva }
  if (neighbour.busSection === busSection) return [toFeeder, ...atTransformers(busSection, capacityKva)]
  return [
    toFeeder,
    ...atTransformers(busSection, capacityKva - transfer.kva),
    ...atTransformers(neighbour.busSection, transfer.kva),
  ]
}

function hasBays({ points }: Network, name: string): boolean {
  const kind = points.find((point) => point.name === name)?.kind
  return kind === 'ring-main-unit' || kind === 'switching-station' || kind === 'bus-section'
}
