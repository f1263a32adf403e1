import { addDays, type PlainDate } from '#kernel'
import type { FoundDefect } from '../api.ts'
import type { ComparedRoute } from './built-routes.ts'
import type { StandingDefect } from './defects.ts'
import { groundWord } from './ground-words.ts'

/** 线路走向与批准路径一致: what a moved line fails; it stands beside the items of the published list. */
const routeItem = 'route-as-approved'

/** A defect of a source's line, not of an item of the list. */
export interface RouteDefect extends FoundDefect {
  readonly sourceNumber: number
}

/** A line that was moved, as a defect that keeps the supply off until it is put right or its change is approved. */
function defectOfRoute({ sourceNumber, comparison }: ComparedRoute, rectifyBy: PlainDate): RouteDefect {
  const { farthestM, outsideM, lengthPercent, newCrossings } = comparison
  const crossed = Object.entries(newCrossings).map(([kind, more]) => {
    return `新增跨越${groundWord(kind, 'zh')} ${more} 处`
  })
  const parts = [
    `最远偏离 ${Math.round(farthestM)} m`,
    `超出允许范围的 ${Math.round(outsideM)} m`,
    `长度相差 ${lengthPercent.toFixed(1)} %`,
    ...crossed,
  ]
  return {
    item: routeItem,
    sourceNumber,
    description: `${sourceNumber} 号电源线路走向与批准路径不一致：${parts.join('，')}。`,
    blocksEnergising: true,
    rectifyBy,
    recheck: 'site',
    photos: [],
  }
}

export const findRouteDefect = (defects: readonly StandingDefect[], sourceNumber: number): StandingDefect | undefined =>
  defects.find((defect) => defect.item === routeItem && defect.sourceNumber === sourceNumber)

/** New defects of lines found moved for the first time; one that stands already is restated by the inspector. */
export function newRouteDefects(
  compared: readonly ComparedRoute[],
  earlier: readonly StandingDefect[],
  inspectedOn: PlainDate,
  rectifyDays: number,
): readonly RouteDefect[] {
  return compared
    .filter(({ comparison, sourceNumber }) => !comparison.isWithin && !findRouteDefect(earlier, sourceNumber))
    .map((route) => defectOfRoute(route, addDays(inspectedOn, rectifyDays)))
}
