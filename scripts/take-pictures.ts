import { deskPictureNames, takeDeskPictures } from './pictures/desk-pictures.ts'
import { portalPictureNames, takePortalPictures } from './pictures/portal-pictures.ts'
import { openStage } from './pictures/stage.ts'
import { playYear, takeYearPictures, yearPictureNames } from './pictures/year-pictures.ts'

/**
 * `node scripts/take-pictures.ts [NAME…]`: the pictures of the user guide, all or those named, each in Chinese and English.
 * Portal, desk and the pages that look back on a year each stand on a scratch company of their own.
 */
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)
const takings = [
  { names: deskPictureNames, take: takeDeskPictures },
  { names: portalPictureNames, take: takePortalPictures },
  { names: yearPictureNames, take: takeYearPictures, prepare: playYear },
]
const known = takings.flatMap(({ names }) => names)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`no picture ${unknown.join(', ')}; pictures: ${known.join(', ')}`)
  process.exit(2)
}

for (const { take, prepare } of takings.filter((each) => each.names.some(isWanted))) {
  const stage = await openStage(prepare)
  try {
    await take(stage, isWanted)
  } finally {
    await stage.close()
  }
}
