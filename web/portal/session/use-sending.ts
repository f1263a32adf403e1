import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'

/** Sending something small: whether it is on its way, and why it was refused. */
export function useSending() {
  const [error, setError] = useState<ApiError>()
  const [isSending, setSending] = useState(false)
  const send = async (work: () => Promise<unknown>) => {
    setSending(true)
    setError(undefined)
    try {
      await work()
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      setError(cause)
    } finally {
      setSending(false)
    }
  }
  return { error, isSending, send }
}
