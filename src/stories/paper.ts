import sharp from 'sharp'
import type { Player } from './player.ts'

/** A sheet of paper as a phone would photograph it: a title and a few lines. Invented; no real person's proof. */
export async function drawPaper(title: string, lines: readonly string[]): Promise<Buffer> {
  const text = [title, ...lines].map(
    (line, index) =>
      `<text x="40" y="${70 + index * 44}" font-size="${index === 0 ? 34 : 24}">${escapeXml(line)}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#fbf7ec"/><rect x="14" y="14" width="612" height="392" fill="none" stroke="#c9b98c" stroke-width="4"/>${text.join('')}</svg>`
  return await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

export interface FileRef {
  readonly sha256: string
  readonly name: string
}

/** Uploads a drawn sheet for a person. */
export async function uploadPaper(
  player: Player,
  who: string,
  title: string,
  lines: readonly string[],
): Promise<FileRef> {
  return await player.paper(who, title, () => drawPaper(title, lines))
}
