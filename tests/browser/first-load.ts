import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Opens a page and says how many kB of scripts it took in brotli before anything was touched, and how many files. */
export async function measureFirstLoad(page: Page, url: string): Promise<{ kb: number; files: number }> {
  const loaded = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') loaded.add(new URL(request.url()).pathname)
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const sizes = [...loaded].map((name) => statSync(join('dist', 'web', `${name}.br`)).size)
  const kb = sizes.reduce((sum, size) => sum + size, 0) / 1000
  console.log(`${new URL(url).pathname} first load: ${kb.toFixed(1)} kB of scripts in brotli, ${loaded.size} files`)
  return { kb, files: loaded.size }
}
