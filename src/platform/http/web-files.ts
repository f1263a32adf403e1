import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.pbf': 'application/x-protobuf',
}

/** Best first; a build writes `app.js.br` and `app.js.gz` beside `app.js`. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface WebFile {
  readonly file: string
  readonly mediaType: string
  readonly etag: string
  /** Vite puts a hash of the content into names under assets/: they never change. */
  readonly immutable: boolean
  readonly compressed: ReadonlyMap<string, string>
}

export interface WebFiles {
  /** The answer for a path, or undefined where there is no such file and no page stands for it. */
  serve(request: Request, path: string): Promise<Response | undefined>
}

/**
 * Serves a built web folder. The folder is read once, so a path either is one of its files or nothing: there is no way
 * out of it. `/desk` and below is the desk's page, any other path without a file is the portal's.
 */
export function openWebFiles(webRoot: string): WebFiles {
  const files = listWebFiles(webRoot)
  return {
    serve: async (request, path) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
      const found = files.get(path) ?? files.get(pageOf(path) ?? '')
      return found === undefined ? undefined : await answer(request, found)
    },
  }
}

/** A page of the desk may be called by the name of a file (a published table); the portal has no such pages. */
function pageOf(path: string): string | undefined {
  if (path === '/desk' || path.startsWith('/desk/')) return '/desk.html'
  return extname(path) === '' ? '/index.html' : undefined
}

function listWebFiles(webRoot: string): ReadonlyMap<string, WebFile> {
  const names = readdirSync(webRoot, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(webRoot, name)).isFile(),
  )
  const known = new Set(names)
  const files = new Map<string, WebFile>()
  for (const name of names) {
    const mediaType = mediaTypes[extname(name)]
    if (mediaType === undefined) continue
    const path = `/${relative(webRoot, join(webRoot, name)).split(sep).join('/')}`
    const compressed = encodings
      .filter(([, ending]) => known.has(`${name}${ending}`))
      .map(([encoding, ending]) => [encoding, `${name}${ending}`] as const)
    files.set(path, {
      file: join(webRoot, name),
      mediaType,
      etag: `"${createHash('sha256')
        .update(readFileSync(join(webRoot, name)))
        .digest('base64url')
        .slice(0, 22)}"`,
      immutable: path.startsWith('/assets/'),
      compressed: new Map(compressed.map(([encoding, file]) => [encoding, join(webRoot, file)])),
    })
  }
  return files
}

async function answer(request: Request, found: WebFile): Promise<Response> {
  const headers = new Headers({
    'content-type': found.mediaType,
    'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: found.etag,
    vary: 'accept-encoding',
  })
  if (request.headers.get('if-none-match') === found.etag) return new Response(null, { status: 304, headers })
  const accepted = new Set(
    (request.headers.get('accept-encoding') ?? '').split(',').map((part) => part.trim().split(';')[0]),
  )
  const encoding = [...found.compressed.keys()].find((name) => accepted.has(name))
  if (encoding !== undefined) headers.set('content-encoding', encoding)
  const file = (encoding === undefined ? undefined : found.compressed.get(encoding)) ?? found.file
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(await readFile(file)), { headers })
}
