import { currentLanguage } from '../i18n/language.ts'
import { ApiError, codeOffline, toApiError } from './api-error.ts'
import { apiPath, readJson } from './client.ts'

/** What the server keeps of a file: its content hash names it from then on. */
export interface StoredFile {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/**
 * Sends one file; `onProgress` hears the share sent, 0 to 1. By XMLHttpRequest, because fetch does not say how much went out.
 * Throws `ApiError` with the server's reason (wrong kind by content, too big, broken).
 */
export function uploadFile(file: File, onProgress: (share: number) => void, signal?: AbortSignal): Promise<StoredFile> {
  const form = new FormData()
  form.append('file', file, file.name)
  return sendWithProgress('/api/v1/files', form, {}, onProgress, signal)
}

/** A write whose body is large: as `apiPost`, and says how much of it has gone out. */
export function postWithProgress<Answer>(
  path: string,
  body: unknown,
  commandId: string,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': commandId }
  return sendWithProgress(apiPath(path), JSON.stringify(body), headers, onProgress, signal)
}

function sendWithProgress<Answer>(
  url: string,
  body: FormData | string,
  headers: Readonly<Record<string, string>>,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('accept-language', currentLanguage())
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText)
      if (request.status < 300 && answer !== undefined) resolve(answer as Answer)
      else reject(toApiError(request.status, answer, request.getResponseHeader('retry-after')))
    })
    request.addEventListener('error', () => reject(new ApiError(codeOffline, 0, '')))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}
