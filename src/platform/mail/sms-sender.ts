/** A text message to one phone. Sending the same `messageId` again does no harm. */
export interface Sms {
  readonly messageId: string
  readonly phone: string
  readonly text: string
}

export interface SmsSender {
  /** Resolves when the message was taken over; throws when it was not, to be tried again. */
  send(sms: Sms): Promise<void>
}

const patienceMs = 10_000

/**
 * A gateway that takes `POST {messageId, phone, text}` and answers 2xx; the message id is also the `Idempotency-Key`.
 * Providers differ, so what speaks to one of them is a small program of the operator's behind this address.
 */
export function httpSms(url: string, token: string | undefined): SmsSender {
  return {
    async send(sms) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': sms.messageId,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(sms),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
    },
  }
}
