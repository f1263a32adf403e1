import { newId } from '#kernel'
import type { SmsSender } from '#platform/mail/sms-sender'
import type { CodeSender } from './accounts.ts'

/**
 * Sends codes as text messages, in Chinese with English after it, as nobody has said yet which they read. Every code is a
 * message of its own: asking again is meant to send again.
 */
export function codeBySms(sms: SmsSender, validSeconds: number): CodeSender {
  const minutes = Math.round(validSeconds / 60)
  return {
    send: async (phone, code) => {
      const text = `【通电】验证码${code}，${minutes}分钟内有效，请勿告诉他人。Code ${code}, valid for ${minutes} minutes; tell nobody.`
      await sms.send({ messageId: `code-${newId(Date.now())}`, phone, text })
    },
  }
}
