import { expect, it } from 'vitest'
import { asReadablePhoto, isHeic } from './phone-photo.ts'

const box = (brand: string) => new Blob([Uint8Array.of(0, 0, 0, 24), `ftyp${brand}`, 'rest of the file'])

it('knows a phone photo by its content, whatever it is called', async () => {
  for (const brand of ['heic', 'heix', 'mif1']) expect(await isHeic(box(brand)), brand).toBe(true)
  for (const brand of ['isom', 'avif', 'mp42']) expect(await isHeic(box(brand)), brand).toBe(false)
  expect(await isHeic(new Blob(['\xff\xd8\xff\xe0 JFIF']))).toBe(false)
  expect(await isHeic(new Blob([]))).toBe(false)
})

it('leaves every other file as it is', async () => {
  const file = new File(['%PDF-1.7'], 'plan.heic')
  expect(await asReadablePhoto(file)).toBe(file)
})
