import { mayActAs, type StaffMember, type VoltageClass } from '#casefile'
import type { WordList } from '#casefile/room-labels'
import type { Accounts } from '#platform/accounts/index'
import type { Database } from '#platform/database/index'
import type { Message, MessageHandler } from '#platform/jobs/index'
import type { Senders } from '#platform/mail/index'
import { listStaff } from '#workforce/people/index'
import { noticeText } from './notices.ts'

export interface DeliveryPorts {
  readonly database: Database
  readonly senders: Senders
  readonly accounts: Accounts
  /** Labels of the rooms, with the words of their own notices. */
  readonly labels: WordList
}

/** Handlers of the messages cases put into the outbox: texts to customers' and colleagues' phones, each under its message's id. */
export function deliverNotices({ database, senders, accounts, labels }: DeliveryPorts): Record<string, MessageHandler> {
  return {
    'customer-notice': async (message) => {
      const phone = await accounts.findPhone(String(message.body.customerKey))
      if (phone) await senders.sms.send({ messageId: message.messageId, phone, text: textOf(labels, message) })
    },
    'staff-notice': async (message) => {
      const { companyId } = message
      const staff = await database.withCompany(companyId, (tx) => listStaff(tx, companyId))
      for (const member of addressees(staff, message)) {
        const messageId = `${message.messageId}-${member.staffId}`
        if (member.phone) await senders.sms.send({ messageId, phone: member.phone, text: textOf(labels, message) })
      }
    },
  }
}

function textOf(labels: WordList, { body }: Message): string {
  const data = {
    ...(body.data as Record<string, unknown>),
    caseNumber: body.caseNumber,
    customerName: body.customerName,
  }
  return noticeText(labels, String(body.template), 'zh-CN', data)
}

function addressees(staff: readonly StaffMember[], { companyId, body }: Message): readonly StaffMember[] {
  const wanted = new Set(body.to as readonly string[])
  return staff.filter(
    (member) =>
      member.active &&
      (wanted.has(member.staffId) ||
        member.grants.some(
          (grant) =>
            wanted.has(`role:${grant.role}`) &&
            mayActAs(
              { kind: 'staff', companyId, ...member },
              grant.role,
              String(body.unitId),
              body.voltageClass as VoltageClass,
            ),
        )),
  )
}
