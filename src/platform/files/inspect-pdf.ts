import type { Refusal } from '#kernel'

/** Names of PDF objects that run or start something (ISO 32000-1, 12.6.4); a proof or a drawing needs none of them. */
const activeNames = ['/JavaScript', '/JS', '/Launch', '/RichMedia', '/EmbeddedFile', '/XFA']

/** Refuses a PDF that is cut off or carries something that runs. Looks at plain objects; compressed ones stay unread. */
export function inspectPdf(bytes: Uint8Array): Refusal | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  const cutOff = end < 0 || text.lastIndexOf('startxref', end) < 0
  // Only line ends may follow: anything else is a second file behind the first.
  if (cutOff || text.slice(end + '%%EOF'.length).trim() !== '') return { code: 'file-broken', data: { kind: 'pdf' } }
  const found = activeNames.find((name) => new RegExp(`${name}(?![A-Za-z])`).test(text))
  return found === undefined ? undefined : { code: 'file-has-active-content', data: { found } }
}
