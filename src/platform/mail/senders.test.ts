import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSenders } from './index.ts'

let dataFolder: string
const now = () => new Date('2026-03-02T01:00:00Z')
const mail = {
  messageId: '0a-1',
  to: 'zhang@example.cn',
  subject: '供电方案\r\nBcc: evil@example.cn',
  text: '您好，方案已答复。',
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-mail-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

describe('without a mail server or gateway', () => {
  it('mail lands as one file for each message id', async () => {
    const { mail: sender, folder } = openSenders({}, dataFolder, now)
    await sender.send({
      ...mail,
      attachments: [{ name: '方案.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF') }],
    })
    await sender.send({ ...mail, text: 'again' })
    expect(readdirSync(folder ?? '')).toEqual(['mail-0a-1.eml'])
    const eml = readFileSync(join(folder ?? '', 'mail-0a-1.eml'), 'utf8')
    expect(eml).toContain('Message-ID: <0a-1@tongdian.invalid>')
    expect(eml).toContain(Buffer.from(mail.text).toString('base64').slice(0, 20))
    expect(eml).not.toMatch(/^Bcc:/m)
    expect(statSync(join(folder ?? '', 'mail-0a-1.eml')).mode & 0o077).toBe(0)
  })

  it('a message id is never a path', async () => {
    const { sms, folder } = openSenders({}, dataFolder, now)
    await sms.send({ messageId: '../../x', phone: '13900000000', text: '验证码 123456' })
    expect(readdirSync(folder ?? '')).toEqual(['sms-.._.._x.json'])
    expect(JSON.parse(readFileSync(join(folder ?? '', 'sms-.._.._x.json'), 'utf8'))).toEqual({
      messageId: '../../x',
      phone: '13900000000',
      text: '验证码 123456',
      at: '2026-03-02T01:00:00.000Z',
    })
  })
})

describe('with a mail server and a gateway', () => {
  it('mail goes out by SMTP under its message id', async () => {
    const received: string[] = []
    const server = createServer((socket) => {
      let inData = false
      socket.write('220 test\r\n')
      socket.on('data', (chunk) => {
        const text = chunk.toString()
        received.push(text)
        if (inData && text.endsWith('\r\n.\r\n')) inData = false
        else if (inData) return
        else if (text.startsWith('DATA')) inData = true
        socket.write(inData ? '354 go\r\n' : text.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n')
      })
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, SMS_URL: 'http://127.0.0.1:9', MAIL_FROM: 'a@power.example' }
    const senders = openSenders(env, dataFolder, now)
    expect(senders.folder).toBeUndefined()
    await senders.mail.send(mail)
    expect(received.join('')).toContain('Message-ID: <0a-1@power.example>')
    await expect(senders.sms.send({ messageId: 'x', phone: '1', text: 't' })).rejects.toThrow()
    server.close()
  })

  it('SMS goes to the gateway with its message id as key, and a refusal is an error', async () => {
    const received: { key: unknown; body: string }[] = []
    const server = createHttpServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        received.push({ key: request.headers['idempotency-key'], body })
        response.writeHead(received.length === 1 ? 503 : 202).end()
      })
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const { sms } = openSenders({ SMS_URL: `http://127.0.0.1:${port}/send` }, dataFolder, now)
    const message = { messageId: 'm-1', phone: '13900000000', text: '您的方案已答复' }
    await expect(sms.send(message)).rejects.toThrow('503')
    await sms.send(message)
    expect(received[1]).toEqual({ key: 'm-1', body: JSON.stringify(message) })
    server.close()
  })
})
