import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from '../../scripts/build-web.mjs'
import { type RunningTongdian, startTongdian } from '../main.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'starts portal, desk and API on one port',
  help: `tongdian serve [--empty [--company NAME]] [--port N] [--data FOLDER]

Starts the database (embedded, or the server DATABASE_URL names), brings it up to date, and serves portal, desk and API.
On the very first run it founds a demonstration company with people of every role, published standards and cases in every
stage; --empty founds an empty company with one administrator who must set a password instead; --company is its name as
contracts and pages will say it.

Environment: PORT (3000), TONGDIAN_DATA (.tongdian), DATABASE_URL, SMTP_URL, BILLING_URL, TONGDIAN_COMPANY.

Exit codes: 0 stopped on request, 1 could not start, 2 wrong use.`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        empty: { type: 'boolean' },
        company: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
      },
    })
    const root = process.env.TONGDIAN_ROOT ?? process.cwd()
    const dataFolder = values.data ?? process.env.TONGDIAN_DATA ?? join(root, '.tongdian')
    await buildWeb(root)
    const server = await startTongdian({
      dataFolder,
      port: Number(values.port ?? process.env.PORT ?? 3000),
      seed: values.empty ? 'empty' : 'demonstration',
      clock: values.empty ? 'real' : 'test',
      ...(values.company ? { companyName: values.company } : {}),
      web: true,
    })
    console.log(addresses(server, dataFolder))
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await server.stop()
    return 0
  },
}

function addresses({ url, setUpUrl }: RunningTongdian, dataFolder: string): string {
  const lines = [
    '',
    '通电 Tongdian',
    `  客户门户 portal   ${url}/`,
    `  员工工作台 desk   ${url}/desk`,
    `  接口 API          ${url}/api/openapi.json`,
  ]
  if (setUpUrl)
    lines.push(
      `  设置管理员密码    ${setUpUrl}`,
      '  administrator     (once: open it, set a password, pair an authenticator)',
    )
  if (existsSync(join(dataFolder, 'accounts.json'))) {
    lines.push(
      `  演示账号 accounts ${join(dataFolder, 'accounts.json')}`,
      `  短信验证码 codes  ${join(dataFolder, 'outbox')}`,
    )
  }
  return [...lines, ''].join('\n')
}
