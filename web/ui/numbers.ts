import { formatYuan } from '#kernel'

/** `1,234.5`: grouped, at most three decimals, no trailing zeros. */
export function showNumber(value: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 }).format(value)
}

/** Number and unit, kept on one line by a no-break space. */
export function withUnit(value: number, unit: string): string {
  return `${showNumber(value)}\u00a0${unit}`
}

/** Fen as yuan; whole yuan without decimals, so that a zero is a plain `0`. */
export function showYuan(fen: number): string {
  return fen % 100 === 0 ? formatYuan(fen).slice(0, -3) : formatYuan(fen)
}
