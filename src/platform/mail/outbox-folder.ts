import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { writeWholeFile } from '#platform/files/write-whole-file'
import type { MailSender } from './mail-sender.ts'
import type { SmsSender } from './sms-sender.ts'
import { envelopeOf } from './smtp-mail.ts'

/** Without a mail server, mail lands as `mail-ID.eml` in this folder, one file for each message id however often it is sent. */
export function mailToFolder(folder: string, from: string): MailSender {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(mail) {
      const { message } = await composer.sendMail(envelopeOf(mail, from))
      await writeOnce(folder, `mail-${fileId(mail.messageId)}.eml`, message as Buffer)
    },
  }
}

/** Without an SMS gateway, messages land as `sms-ID.json` in this folder. */
export function smsToFolder(folder: string, now: () => Date): SmsSender {
  return {
    async send(sms) {
      const text = `${JSON.stringify({ ...sms, at: now().toISOString() }, null, 2)}\n`
      await writeOnce(folder, `sms-${fileId(sms.messageId)}.json`, Buffer.from(text))
    },
  }
}

function fileId(messageId: string): string {
  return messageId.replace(/[^A-Za-z0-9._-]/g, '_')
}

/** Readable by the server's own account only: codes and personal data are in it. */
async function writeOnce(folder: string, name: string, content: Buffer): Promise<void> {
  const path = join(folder, name)
  if (await stat(path).catch(() => undefined)) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeWholeFile(path, content)
}
