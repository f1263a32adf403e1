import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newCommandId } from '../../api/client.ts'
import { pack } from '../../api/pack.ts'
import { toBase64 } from '../../api/to-base64.ts'
import { postWithProgress } from '../../api/upload.ts'

/** How far an import has come; `share` of what is sent, 0 to 1. */
export type ImportProgress =
  | { readonly step: 'packing' | 'checking' }
  | { readonly step: 'sending'; readonly share: number }

/**
 * Sends one file whole: packed in the browser, with how much has gone out, then checked by the server. It can be given up
 * until the server checks; what was sent to be checked is imported or refused as a whole.
 */
export function useImport<Imported>(path: string, onImported: (imported: Imported) => void) {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<ImportProgress>()
  const [error, setError] = useState<Error | null>(null)
  const stop = useRef<AbortController>(undefined)
  const send = async (file: File, more: Readonly<Record<string, unknown>>) => {
    const control = new AbortController()
    stop.current = control
    setError(null)
    setProgress({ step: 'packing' })
    try {
      const body = { file: file.name, contentBase64: await toBase64(await pack(file)), ...more }
      const hear = (share: number) => setProgress(share < 1 ? { step: 'sending', share } : { step: 'checking' })
      const imported = await postWithProgress<Imported>(path, body, newCommandId(), hear, control.signal)
      await queryClient.invalidateQueries({ queryKey: ['network'] })
      onImported(imported)
    } catch (cause) {
      if (!control.signal.aborted) setError(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setProgress(undefined)
    }
  }
  return { send, progress, error, cancel: () => stop.current?.abort(), reset: () => setError(null) }
}
