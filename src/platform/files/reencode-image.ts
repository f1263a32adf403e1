import sharp from 'sharp'
import { accept, type Result, refuse } from '#kernel'
import type { InspectedFile } from './inspected-file.ts'
import type { KindLimit } from './upload-limits.ts'

// A server of small memory: no cache of decoded pictures, one picture at a time on one core.
sharp.cache(false)
sharp.concurrency(1)

const jpegQuality = 88

/** Draws an image anew, upright, without metadata. What cannot be drawn wholly is `file-broken`. */
export async function reencodeImage(
  bytes: Uint8Array,
  kind: KindLimit,
  mostPixels: number,
): Promise<Result<InspectedFile>> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) {
      return refuse({ code: 'image-too-large', data: { widthPx: width, heightPx: height, mostPixels } })
    }
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning' }).autoOrient()
    const format =
      kind.extension === 'png'
        ? image.png()
        : kind.extension === 'webp'
          ? image.webp()
          : image.jpeg({ quality: jpegQuality })
    const { data, info } = await format.toBuffer({ resolveWithObject: true })
    return accept({
      bytes: data,
      mediaType: kind.mediaType,
      extension: kind.extension,
      widthPx: info.width,
      heightPx: info.height,
    })
  } catch {
    return refuse({ code: 'file-broken', data: { kind: kind.extension } })
  }
}
