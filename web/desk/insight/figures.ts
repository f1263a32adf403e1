import { fill } from '../words/room-words.ts'
import type { InsightTexts } from './use-insight-texts.ts'

/** Days with one decimal, as many as a manager can use; a dash where nothing was measured. */
export function showDays(days: number | null, texts: InsightTexts): string {
  return days === null ? texts.none : fill(texts.days, { days: plainDays(days) })
}

export const plainDays = (days: number): string => (Math.round(days * 10) / 10).toFixed(days < 100 ? 1 : 0)

/** 0.148 → `14.8 %`, with a no-break space. */
export const showShare = (share: number): string => `${(share * 100).toFixed(1)}\u00a0%`

/** An indicator in its unit: shares in hundredths, others with at most two decimals. */
export function showIndicator(value: number | null, unit: string, texts: InsightTexts): string {
  if (value === null) return texts.none
  return unit === '%' ? showShare(value) : String(Math.round(value * 100) / 100)
}
