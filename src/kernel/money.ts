import Big from 'big.js'

const wholeYuan = /^-?\d{1,13}(\.\d{1,2})?$/

/** Reads an amount a person typed in yuan, at most two decimals; undefined where it is none. */
export function parseYuan(text: string): number | undefined {
  if (!wholeYuan.test(text)) return undefined
  // Adding 0 turns the -0 of '-0.00' into 0.
  return Big(text).times(100).toNumber() + 0
}

/**
 * Quantity × unit price in integer fen, exact and rounded half up once at the end.
 * `unitPriceYuan` is a decimal text (yuan per kWh has four places), the quantity a whole number or a decimal text.
 */
export function feeFen(unitPriceYuan: string, quantity: number | string): number {
  const fen = Big(unitPriceYuan).times(quantity).times(100).round(0, Big.roundHalfUp).toNumber() + 0
  if (!Number.isSafeInteger(fen)) throw new RangeError(`amount too large: ${unitPriceYuan} × ${quantity}`)
  return fen
}

/** `1,234,567.80`: yuan with two decimals and thousands separators, no sign of currency. */
export function formatYuan(fen: number): string {
  const { sign, yuan, cents } = splitFen(fen)
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${grouped}.${String(cents).padStart(2, '0')}`
}

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** The amount in the capital figures of Chinese bills, e.g. 陆仟零柒元壹角肆分 (支付结算办法, 正确填写票据的基本规定). */
export function yuanInCapitals(fen: number): string {
  const { sign, yuan, cents } = splitFen(fen)
  const jiao = Math.floor(cents / 10)
  const lastFen = cents % 10
  const head = `${sign === '' ? '' : '负'}${yuan > 0 || cents === 0 ? `${wholeInCapitals(yuan)}元` : ''}`
  if (cents === 0) return `${head}整`
  if (lastFen === 0) return `${head}${digits[jiao]}角整`
  // A missing 角 between 元 and 分 is read as one zero.
  const tenths = jiao > 0 ? `${digits[jiao]}角` : yuan > 0 ? '零' : ''
  return `${head}${tenths}${digits[lastFen]}分`
}

function wholeInCapitals(yuan: number): string {
  if (yuan === 0) return '零'
  let text = ''
  let zeroPending = false
  const figures = String(yuan)
  for (const [index, figure] of [...figures].entries()) {
    const power = figures.length - 1 - index
    if (figure === '0') zeroPending = text !== ''
    else {
      text += `${zeroPending ? '零' : ''}${digits[Number(figure)]}${places[power % 4]}`
      zeroPending = false
    }
    if (power % 4 === 0) text += groupMark(figures, power)
  }
  return text
}

/** 万 and 亿 stand after each group of four figures that is not all zero; 亿 also closes the groups above it. */
function groupMark(figures: string, power: number): string {
  const group = power / 4
  const end = figures.length - power
  const four = figures.slice(Math.max(0, end - 4), end)
  if (group === 3) return '万'
  if (group === 2) return '亿'
  return /[1-9]/.test(four) ? (groups[group] ?? '') : ''
}

function splitFen(fen: number): { sign: string; yuan: number; cents: number } {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`fen must be a whole number, not ${fen}`)
  const size = Math.abs(fen)
  return { sign: fen < 0 ? '-' : '', yuan: Math.floor(size / 100), cents: size % 100 }
}
