import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { accept, type Result, refuse } from '#kernel'

const megabyte = 1024 * 1024
const unpackGzip = promisify(gunzip)

/**
 * The content of a file that may be packed with gzip, told by its first bytes. Refusals: `file.tooLarge` where more than
 * `mostBytes` come out of it, `file.notPacked` where it breaks off; both at the file's name.
 */
export async function unpack(file: string, bytes: Uint8Array, mostBytes: number): Promise<Result<Uint8Array>> {
  const tooLarge = refuse({
    code: 'file.tooLarge',
    faults: [{ path: file, code: 'file.tooLarge', data: { maxMb: Math.floor(mostBytes / megabyte) } }],
  })
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isPacked) return bytes.length > mostBytes ? tooLarge : accept(bytes)
  try {
    return accept(new Uint8Array(await unpackGzip(bytes, { maxOutputLength: mostBytes })))
  } catch (error) {
    if (error instanceof RangeError) return tooLarge
    return refuse({ code: 'file.notPacked', faults: [{ path: file, code: 'file.notPacked' }] })
  }
}
