/** An upload whose kind is known by its content and that is safe to keep. */
export interface InspectedFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly extension: string
  readonly widthPx?: number
  readonly heightPx?: number
}
