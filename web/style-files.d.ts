/** Style sheets are imported for their effect; the bundler reads them. */
declare module '*.css'

/** A worker bundled for itself: its address on our own origin. */
declare module '*?worker&url' {
  const address: string
  // biome-ignore lint/style/noDefaultExport: the bundler gives it this way
  export default address
}
