import type { Position } from './map-features.ts'

/** Something of the network that was clicked or found. */
export interface PickedElement {
  readonly element: string
  readonly name: string
  readonly place: Position
  readonly properties: Readonly<Record<string, unknown>>
}
