import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { nameFor } from './file-store.ts'
import { inspectUpload } from './inspect-upload.ts'
import { readUploadLimits } from './upload-limits.ts'

const limits = readUploadLimits()
const codeOf = async (bytes: Uint8Array, within = limits) => {
  const result = await inspectUpload(bytes, within)
  return result.ok ? result.value.extension : result.refusal.code
}
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } })
const pdf = (objects: string) => strToU8(`%PDF-1.7\n1 0 obj\n${objects}\nendobj\nstartxref\n9\n%%EOF\n`)
const wordParts = {
  '[Content_Types].xml': strToU8(
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': strToU8('<w:document/>'),
}

describe('an upload', () => {
  it('is known by its content', async () => {
    expect(await codeOf(await picture(20, 10).jpeg().toBuffer())).toBe('jpg')
    expect(await codeOf(await picture(20, 10).png().toBuffer())).toBe('png')
    expect(await codeOf(await picture(20, 10).webp().toBuffer())).toBe('webp')
    expect(await codeOf(pdf('<< /Type /Catalog >>'))).toBe('pdf')
    expect(await codeOf(zipSync(wordParts))).toBe('docx')
  })

  it('of another kind is refused, whatever it is called', async () => {
    for (const text of [
      'MZ\x90\0program',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<html><script>',
      'plain words',
    ]) {
      expect(await codeOf(strToU8(text))).toBe('file-kind-not-allowed')
    }
    // A phone's own format is told apart, because there is something its owner can do.
    expect(await codeOf(Uint8Array.of(0, 0, 0, 24, ...strToU8('ftypheic'), 0, 0, 0, 0, ...strToU8('mif1heic')))).toBe(
      'file-heic',
    )
    expect(await codeOf(await picture(5, 5).gif().toBuffer())).toBe('file-kind-not-allowed')
    expect(await codeOf(new Uint8Array())).toBe('file-empty')
  })

  it('that is broken or cut off is refused', async () => {
    const jpeg = await picture(400, 300).jpeg().toBuffer()
    expect(await codeOf(jpeg.subarray(0, jpeg.length / 2))).toBe('file-broken')
    expect(await codeOf(strToU8('%PDF-1.7\n1 0 obj <<>> endobj'))).toBe('file-broken')
    expect(await codeOf(zipSync(wordParts).subarray(0, -30))).not.toBe('docx')
  })

  it('that is too big, in bytes, pixels or unpacked, is refused', async () => {
    const small = {
      ...limits,
      kinds: limits.kinds.map((kind) => ({
        ...kind,
        mostBytes: 500,
        ...(kind.mostPixels ? { mostPixels: 10_000 } : {}),
      })),
    }
    expect(await codeOf(new Uint8Array(501), small)).toBe('file-too-big')
    expect(await codeOf(await picture(101, 100).png().toBuffer(), small)).toBe('image-too-large')
    const bomb = zipSync({ ...wordParts, 'word/media/a.bin': new Uint8Array(250_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await codeOf(bomb)).toBe('file-too-big')
  })

  it('that carries something that runs is refused', async () => {
    expect(await codeOf(pdf('<< /S /JavaScript /JS (app.alert(1)) >>'))).toBe('file-has-active-content')
    expect(await codeOf(zipSync({ ...wordParts, 'word/vbaProject.bin': strToU8('x') }))).toBe('file-has-active-content')
  })

  it('with a second file behind the first loses it or is refused', async () => {
    const hidden = zipSync({ 'evil.html': strToU8('<script>') })
    const jpeg = await picture(40, 30)
      .jpeg()
      .withMetadata({ exif: { IFD0: { Copyright: 'secret place' } } })
      .toBuffer()
    const result = await inspectUpload(Buffer.concat([jpeg, hidden]), limits)
    if (result.ok) {
      const kept = Buffer.from(result.value.bytes)
      expect(kept.includes('evil.html') || kept.includes('secret place')).toBe(false)
      expect(result.value).toMatchObject({ widthPx: 40, heightPx: 30 })
    } else expect(result.refusal.code).toBe('file-broken')
    expect(await codeOf(Buffer.concat([pdf('<<>>'), hidden]))).toBe('file-broken')
  })
})

describe('the name of a file', () => {
  it('is a name and no path, and ends as the content says', () => {
    expect(nameFor('../../etc/passwd', 'pdf')).toBe('passwd.pdf')
    expect(nameFor('C:\\temp\\产权证明.exe', 'jpg')).toBe('产权证明.jpg')
    expect(nameFor('\u202egpj.\u0000exe', 'pdf')).toBe('gpj.pdf')
    expect(nameFor('', 'png')).toBe('file.png')
  })
})
