import { deskPictureNames, takeDeskPictures } from './pictures/desk-pictures.ts'
import { portalPictureNames, takePortalPictures } from './pictures/portal-pictures.ts'
import { openStage } from './pictures/stage.ts'

/**
 * `node scripts/take-pictures.ts [NAME…]`: the pictures of the user guide, all or those named, each in Chinese and English.
 * Portal and desk stand on a scratch company of their own.
 */
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
const unknown = wanted.filter((name) => ![...deskPictureNames, ...portalPictureNames].includes(name))
if (unknown.length > 0) {
  console.error(
    `no picture ${unknown.join(', ')}; pictures: ${[...deskPictureNames, ...portalPictureNames].join(', ')}`,
  )
  process.exit(2)
}

const takings = [
  { names: deskPictureNames, take: takeDeskPictures },
  { names: portalPictureNames, take: takePortalPictures },
]
for (const { take } of takings.filter((each) => each.names.some(isWanted))) {
  const stage = await openStage()
  try {
    await take(stage, isWanted)
  } finally {
    await stage.close()
  }
}
