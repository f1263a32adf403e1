import { join } from 'node:path'
import type { MailSender } from './mail-sender.ts'
import { mailToFolder, smsToFolder } from './outbox-folder.ts'
import { httpSms, type SmsSender } from './sms-sender.ts'
import { smtpMail } from './smtp-mail.ts'

export interface Senders {
  readonly mail: MailSender
  readonly sms: SmsSender
  /** Where messages land for want of a mail server or gateway; undefined when both are set up. */
  readonly folder?: string
}

const defaultFrom = '通电 Tongdian <no-reply@tongdian.invalid>'

/**
 * Senders as the environment says: `SMTP_URL` and `MAIL_FROM`, `SMS_URL` and `SMS_TOKEN`. What is not set up lands as
 * files in `DATA/outbox`.
 */
export function openSenders(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
  now: () => Date,
): Senders {
  const folder = join(dataFolder, 'outbox')
  const from = env.MAIL_FROM ?? defaultFrom
  return {
    mail: env.SMTP_URL ? smtpMail(env.SMTP_URL, from) : mailToFolder(folder, from),
    sms: env.SMS_URL ? httpSms(env.SMS_URL, env.SMS_TOKEN) : smsToFolder(folder, now),
    ...(env.SMTP_URL && env.SMS_URL ? {} : { folder }),
  }
}
