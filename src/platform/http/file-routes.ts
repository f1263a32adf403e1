import type { JsonObject, Result } from '#kernel'
import type { Catalogue } from '../i18n/index.ts'
import type { RequestContext } from './request-context.ts'
import { errorResponse } from './wire-error.ts'

/** One file as it came in: nothing about it is believed yet. */
export interface Upload {
  readonly bytes: Uint8Array
  /** The name the sender gave it; only ever shown, never used as a path. */
  readonly name: string
  readonly declaredType: string
  /** The other text fields of the form, such as what kind of document it is. */
  readonly fields: Readonly<Record<string, string>>
}

/** A file on its way out, after its rights were checked. */
export interface Download {
  readonly body: Uint8Array | ReadableStream<Uint8Array>
  readonly name: string
  readonly mediaType: string
  readonly size?: number
}

/** What the server needs of the file store and the rights of cases; handed in. */
export interface FilePort {
  /** Checks kind by content, size and number, stores, and says what is to be told of it. */
  receive(upload: Upload, context: RequestContext): Promise<Result<JsonObject>>
  /** Opens a stored file if this caller may see it; `not-found` also where he may not know that it exists. */
  open(fileId: string, context: RequestContext): Promise<Result<Download>>
}

/** POST /api/v1/files: multipart form with one part `file`. */
export async function receiveFile(
  request: Request,
  context: RequestContext,
  files: FilePort,
  catalogue: Catalogue,
): Promise<Response> {
  const refused = (code: string, fault?: string): Response =>
    errorResponse({ code, faults: fault ? [{ path: 'file', code: fault }] : [] }, catalogue, context.language)
  if (context.actor === undefined) return refused('not-signed-in')
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return refused('malformed-request')
  const form = await request.formData().catch(() => undefined)
  if (form === undefined) return refused('malformed-request')
  const parts = form.getAll('file')
  const [file] = parts
  if (parts.length > 1) return refused('faulty-input', 'one-file-at-a-time')
  if (!(file instanceof File) || file.size === 0) return refused('faulty-input', 'required')
  const upload = { bytes: await file.bytes(), name: file.name, declaredType: file.type, fields: textFields(form) }
  const received = await files.receive(upload, context)
  if (!received.ok) return errorResponse(received.refusal, catalogue, context.language)
  return Response.json(received.value, { status: 201, headers: { 'cache-control': 'no-store' } })
}

function textFields(form: FormData): Record<string, string> {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}

/** Kinds a browser may show in its own window; everything else is saved. */
const shownInline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

/** GET /api/v1/files/ID, with `?download` to save rather than show. */
export async function sendFile(
  fileId: string,
  request: Request,
  context: RequestContext,
  files: FilePort,
  catalogue: Catalogue,
): Promise<Response> {
  const opened = await files.open(fileId, context)
  if (!opened.ok) return errorResponse(opened.refusal, catalogue, context.language)
  const { body, name, mediaType, size } = opened.value
  const inline = shownInline.has(mediaType) && !new URL(request.url).searchParams.has('download')
  const headers = new Headers({
    'content-type': inline ? mediaType : 'application/octet-stream',
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeFileName(name)}`,
    'cache-control': 'private, no-store',
    // A browser's own PDF viewer does not start in a sandbox; a PDF runs no script of ours either way.
    'content-security-policy':
      mediaType === 'application/pdf' ? "default-src 'none'; style-src 'unsafe-inline'" : "default-src 'none'; sandbox",
  })
  if (size !== undefined) headers.set('content-length', String(size))
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, { headers })
}

/** RFC 8187: what is not an attr-char is percent-encoded. */
const encodeFileName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
