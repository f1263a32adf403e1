import { currentLanguage } from '../i18n/language.ts'
import { ApiError, codeOffline, toApiError } from './api-error.ts'
import { readJson } from './client.ts'

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
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    request.setRequestHeader('accept-language', currentLanguage())
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const body = readJson(request.responseText)
      if (request.status < 300 && body !== undefined) resolve(body as StoredFile)
      else reject(toApiError(request.status, body, request.getResponseHeader('retry-after')))
    })
    request.addEventListener('error', () => reject(new ApiError(codeOffline, 0, '')))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}
