/** A mail to one person. Sending the same `messageId` again does no harm. */
export interface Mail {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments?: readonly {
    readonly name: string
    readonly mediaType: string
    readonly content: Uint8Array
  }[]
}

export interface MailSender {
  /** Resolves when the mail was taken over; throws when it was not, to be tried again. */
  send(mail: Mail): Promise<void>
}
