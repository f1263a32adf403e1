import { useRef, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { uploadFile } from '../../api/upload.ts'
import { asReadablePhoto } from './phone-photo.ts'

export interface StoredRef {
  readonly sha256: string
  readonly name: string
}

export interface Upload {
  readonly key: string
  readonly name: string
  /** 0 to 1 */
  readonly share: number
  /** The server's reason, once refused; empty where nothing came back. */
  readonly refused?: string
}

/** Files on their way; what has arrived is handed to `keep` with what was there before. */
export function useUploads(kept: readonly StoredRef[], keep: (files: readonly StoredRef[]) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  // Two uploads may arrive before the page is drawn again: each has to see the other.
  const latest = useRef(kept)
  latest.current = kept

  const change = (key: string, part: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  const dismiss = (key: string) => {
    stops.current.get(key)?.abort()
    setUploads((before) => before.filter((upload) => upload.key !== key))
  }
  const sendOne = async (file: File) => {
    const key = crypto.randomUUID()
    const stop = new AbortController()
    stops.current.set(key, stop)
    setUploads((before) => [...before, { key, name: file.name, share: 0 }])
    try {
      const stored = await uploadFile(await asReadablePhoto(file), (share) => change(key, { share }), stop.signal)
      latest.current = [
        ...latest.current.filter((ref) => ref.sha256 !== stored.sha256),
        { sha256: stored.sha256, name: stored.name },
      ]
      keep(latest.current)
      dismiss(key)
    } catch (cause) {
      if (cause instanceof ApiError) change(key, { refused: cause.faults[0]?.message ?? cause.message })
      else if (!stop.signal.aborted) throw cause
    }
  }
  return { uploads, dismiss, send: (files: readonly File[]) => files.forEach((file) => void sendOne(file)) }
}
