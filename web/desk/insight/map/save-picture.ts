import { download } from '../save-file.ts'

/** Twice the size on the page, so that a printed report is sharp. */
const scale = 2

/** Saves a drawing of the page as PNG, with the colours and letters it has on the screen. */
export async function savePicture(picture: SVGSVGElement, name: string): Promise<void> {
  const copy = picture.cloneNode(true) as SVGSVGElement
  copyLook(picture, copy)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  const { width, height } = picture.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--paper')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  download(canvas.toDataURL('image/png'), `${name}.png`)
}

const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font', 'paint-order', 'opacity'] as const

/** A picture outside the page knows none of its style sheets: what they say is written into each element. */
function copyLook(from: Element, to: Element): void {
  const computed = getComputedStyle(from)
  for (const look of looks) (to as SVGElement).style.setProperty(look, computed.getPropertyValue(look))
  Array.from(from.children).forEach((child, place) => {
    const twin = to.children[place]
    if (twin) copyLook(child, twin)
  })
}
