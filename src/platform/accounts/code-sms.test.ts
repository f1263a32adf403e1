import { expect, it } from 'vitest'
import { codeBySms } from './code-sms.ts'

it('sends each code as a message of its own, in both languages', async () => {
  const sent: { messageId: string; phone: string; text: string }[] = []
  const sender = codeBySms({ send: async (sms) => void sent.push(sms) }, 300)
  await sender.send('13900000001', '012345')
  await sender.send('13900000001', '012345')
  expect(sent.map(({ phone, text }) => [phone, text])).toEqual(
    Array(2).fill([
      '13900000001',
      '【通电】验证码012345，5分钟内有效，请勿告诉他人。Code 012345, valid for 5 minutes; tell nobody.',
    ]),
  )
  expect(new Set(sent.map((sms) => sms.messageId)).size).toBe(2)
})
