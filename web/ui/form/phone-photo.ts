/** A phone's own format for photos (ISO base media, `ftyp` box with a HEIF brand), told by its content and not by its name. */
export async function isHeic(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  const text = String.fromCharCode(...head)
  return text.slice(4, 8) === 'ftyp' && /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)/.test(text.slice(8))
}

/** How good the JPEG is; a proof photographed with a phone stays readable. */
const quality = 0.9

/**
 * The photo as a JPEG where this browser can read a phone's format (Safari can); unchanged where it cannot, and the server then
 * says what to do. Any other file is left as it is.
 */
export async function asReadablePhoto(file: File): Promise<File> {
  if (!(await isHeic(file))) return file
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return file
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return jpeg ? new File([jpeg], `${file.name.replace(/\.hei[cf]$/i, '')}.jpg`, { type: 'image/jpeg' }) : file
}
