/** A file packed with gzip, as the server unpacks it; what is packed already, and where the browser cannot, as it is. */
export async function pack(file: File): Promise<Blob> {
  const isPacked = /\.(gz|pbf|zip)$/i.test(file.name)
  if (isPacked || typeof CompressionStream === 'undefined') return file
  return await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob()
}
