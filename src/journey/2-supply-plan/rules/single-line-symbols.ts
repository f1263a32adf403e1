/** Height of one symbol's cell; the conductor enters at its top and leaves at its bottom. */
export const cellHeight = 46

/** The symbols of GB/T 4728 that a single-line diagram of a supply needs. */
export type SymbolKind =
  | 'breaker' // 断路器
  | 'disconnector' // 隔离开关
  | 'load-switch' // 负荷开关
  | 'fuse' // 熔断器
  | 'overhead' // 架空线
  | 'cable' // 电缆
  | 'current-transformer' // 电流互感器
  | 'voltage-transformer' // 电压互感器
  | 'meter' // 电能表
  | 'arrester' // 避雷器
  | 'transformer' // 变压器
  | 'generator' // 发电机
  | 'load' // 负荷
  | 'boundary' // 产权分界点

const path = (d: string, width = 1.5) => `<path d="${d}" stroke-width="${width}"/>`
const circle = (x: number, y: number, radius: number) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`
const word = (x: number, y: number, text: string) =>
  `<text x="${x}" y="${y}" font-size="9" text-anchor="middle" fill="currentColor" stroke="none">${text}</text>`

/** Conductor above and below an opened contact with its blade. */
const contact = (x: number, y: number) => path(`M${x} ${y}v12M${x} ${y + cellHeight}v-12l-8-17`)

const symbols: Readonly<Record<SymbolKind, (x: number, y: number) => string>> = {
  breaker: (x, y) => contact(x, y) + path(`M${x - 4} ${y + 8}l8 8M${x + 4} ${y + 8}l-8 8`),
  disconnector: (x, y) => contact(x, y) + path(`M${x - 6} ${y + 12}h12`),
  'load-switch': (x, y) => contact(x, y) + path(`M${x - 6} ${y + 10}h12`) + circle(x, y + 13, 2.6),
  fuse: (x, y) => path(`M${x} ${y}v${cellHeight}M${x - 5} ${y + 13}h10v20h-10z`),
  overhead: (x, y) => path(`M${x} ${y}v${cellHeight}`),
  cable: (x, y) => path(`M${x} ${y}v${cellHeight}M${x - 4} ${y + 11}h8l-4-7zM${x - 4} ${y + cellHeight - 11}h8l-4 7z`),
  'current-transformer': (x, y) =>
    path(`M${x} ${y}v${cellHeight}M${x + 6} ${y + 23}h16M${x + 12} ${y + 27}l4-8M${x + 16} ${y + 27}l4-8`) +
    circle(x, y + 23, 6),
  'voltage-transformer': (x, y) =>
    path(`M${x} ${y}v${cellHeight}M${x} ${y + 23}h-38M${x - 28} ${y + 19.5}h14v7h-14z`) +
    circle(x - 43, y + 23, 5) +
    circle(x - 50, y + 23, 5),
  meter: (x, y) =>
    path(`M${x} ${y}v${cellHeight}M${x} ${y + 23}h14M${x + 14} ${y + 15}h26v16h-26z`) + word(x + 27, y + 26.5, 'Wh'),
  arrester: (x, y) =>
    path(
      `M${x} ${y}v${cellHeight}M${x} ${y + 12}h-24v6M${x - 29} ${y + 18}h10v16h-10zM${x - 24} ${y + 18}v9l-3-4m3 4l3-4`,
    ) + path(`M${x - 24} ${y + 34}v5M${x - 29} ${y + 39}h10`),
  transformer: (x, y) =>
    path(`M${x} ${y}v7M${x} ${y + cellHeight}v-7`) + circle(x, y + 16.5, 9) + circle(x, y + 29.5, 9),
  generator: (x, y) => path(`M${x} ${y + 22}v${cellHeight - 22}`) + circle(x, y + 12, 10) + word(x, y + 15.5, 'G'),
  load: (x, y) => path(`M${x} ${y}v30M${x - 5} ${y + 24}l5 8l5-8`),
  boundary: (x, y) => `${path(`M${x} ${y}v${cellHeight}`)}<circle cx="${x}" cy="${y + 23}" r="3" fill="currentColor"/>`,
}

/** One symbol with its conductor, centred at `x`, its cell beginning at `y`. */
export function drawSymbol(kind: SymbolKind, x: number, y: number): string {
  return symbols[kind](x, y)
}
