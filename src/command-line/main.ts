import { WrongUse } from './command.ts'
import { commands } from './commands.ts'

const [name, ...args] = process.argv.slice(2)

async function main(): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') return await listCommands()
  const load = commands[name]
  if (!load) {
    console.error(`tongdian: no command "${name}". Commands: ${Object.keys(commands).join(', ')}`)
    return 2
  }
  const command = await load()
  if (args.includes('--help')) {
    console.log(command.help)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    console.error(`tongdian ${name}: ${error.message}\n\n${command.help.split('\n\n')[0]}`)
    return 2
  }
}

async function listCommands(): Promise<number> {
  console.log('tongdian COMMAND [--help]\n')
  for (const [key, load] of Object.entries(commands)) console.log(`  ${key.padEnd(12)} ${(await load()).summary}`)
  return 0
}

process.exitCode = await main()
