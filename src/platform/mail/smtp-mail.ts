import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Mail, MailSender } from './mail-sender.ts'

const patienceMs = 20_000

/** Mail by SMTP, `smtps://user:password@host:465`. The message id is that of the outbox, so a receiver can tell a repeat. */
export function smtpMail(url: string, from: string): MailSender {
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  const transport = createTransport({ url, pool: true, maxConnections: 2, ...timeouts })
  return {
    async send(mail) {
      const info = await transport.sendMail(envelopeOf(mail, from))
      if (info.rejected.length > 0) throw new Error(`mail ${mail.messageId} was rejected`)
    },
  }
}

/** The message as the mail library wants it. Subjects and names may not break out of their header line; the library sees to it. */
export function envelopeOf(
  { messageId, to, subject, text, html, attachments = [] }: Mail,
  from: string,
): SendMailOptions {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'tongdian.invalid'
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    ...(html ? { html } : {}),
    messageId: `<${messageId}@${domain}>`,
    attachments: attachments.map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(content),
    })),
    // What a case says in a text must never make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
