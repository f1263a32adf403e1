export type { Mail, MailSender } from './mail-sender.ts'
export { openSenders, type Senders } from './open-senders.ts'
export type { Sms, SmsSender } from './sms-sender.ts'
