import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeDataFolder } from '#platform/database/index'
import { startTongdian } from '../main.ts'
import { Player, type StaffAccount, StoppedAtStage } from '../stories/player.ts'
import { reportStory, type StoryReport } from '../stories/report.ts'
import { stories } from '../stories/stories.ts'
import type { Story } from '../stories/story.ts'
import { type Command, WrongUse } from './command.ts'

const names = stories.map((story) => story.name).join(', ')

export const command: Command = {
  summary: 'plays a case through the public API on a test clock',
  help: `tongdian story NAME|--all [--until STAGE] [--json] [--url URL] [--data FOLDER]

Plays stories (${names}) through the public API, with the rights of each role.
Without --url it starts a server on a scratch database and removes both afterwards.
With --url it plays against a running server whose database has a test clock; --data names that server's data folder
(default: $TONGDIAN_DATA or .tongdian), where accounts.json and the outbox are.

Exit codes: 0 all stories went through, 1 one did not, 2 wrong use, 3 the server has no test clock.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        until: { type: 'string' },
        json: { type: 'boolean' },
        url: { type: 'string' },
        data: { type: 'string' },
      },
    })
    const chosen = values.all ? stories : stories.filter((story) => positionals.includes(story.name))
    if (chosen.length === 0 || (!values.all && chosen.length !== positionals.length)) {
      throw new WrongUse(`name a story (${names}) or --all`)
    }
    const say = values.json ? () => undefined : (line: string) => console.log(line)
    if (values.url === undefined) return await onScratchServer((url, data) => playAll(chosen, url, data, values, say))
    const data = values.data ?? process.env.TONGDIAN_DATA ?? join(process.env.TONGDIAN_ROOT ?? '.', '.tongdian')
    return await playAll(chosen, values.url, data, values, say)
  },
}

/** A server of its own on a database of its own, gone when the stories are over. */
async function onScratchServer(play: (url: string, dataFolder: string) => Promise<number>): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-story-'))
  try {
    const server = await startTongdian({ dataFolder, port: 0, clock: 'test', seed: 'people', log: () => undefined })
    return await play(server.url, dataFolder).finally(() => server.stop())
  } finally {
    removeDataFolder(dataFolder)
  }
}

async function playAll(
  chosen: readonly Story[],
  baseUrl: string,
  dataFolder: string,
  values: { until?: string | undefined; json?: boolean | undefined },
  say: (line: string) => void,
): Promise<number> {
  const health = (await (await fetch(`${baseUrl}/api/health`)).json()) as { clock?: string }
  if (health.clock !== 'test') {
    console.error('tongdian story: this server has no test clock; stories play only on a database made with one')
    return 3
  }
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as StaffAccount[]
  const reports: StoryReport[] = []
  let shared: Player | undefined
  for (const story of chosen) {
    const player: Player = new Player({ baseUrl, accounts, dataFolder, until: values.until }, shared)
    shared ??= player
    const report = await playOne(story, player)
    reports.push(report)
    say(`${report.ok ? 'ok  ' : 'FAIL'} ${story.name.padEnd(18)} ${report.status ?? '-'} ${report.error ?? ''}`)
  }
  if (values.json) console.log(JSON.stringify(reports, null, 2))
  return reports.every((report) => report.ok) ? 0 : 1
}

export async function playOne(story: Story, player: Player, customer = story.customer): Promise<StoryReport> {
  let trouble: unknown
  try {
    await story.play(player, customer)
  } catch (error) {
    if (!(error instanceof StoppedAtStage)) trouble = error
  }
  return await reportStory(story, player, trouble)
}
