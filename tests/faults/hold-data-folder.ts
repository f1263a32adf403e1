import { startEmbeddedServer } from '../../src/platform/database/index.ts'

// Opens a data folder, tells the parent the server's process id, and waits to be killed.
const [dataFolder = ''] = process.argv.slice(2)
const server = await startEmbeddedServer(dataFolder)
process.send?.(server.pid() ?? 0)
setInterval(() => undefined, 1_000)
