import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the network between server and database does. */
export type LinkState =
  | { readonly kind: 'open' }
  /** Every piece takes so long, each way. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Swallows everything and says nothing, as a network that is parted does; new connections too. */
  | { readonly kind: 'parted' }

/** A network of our own between the server and its database. */
export interface Link {
  readonly port: number
  state: LinkState
  /** Pieces that were swallowed. */
  swallowed(): number
  close(): Promise<void>
}

/** Listens on a free port and passes everything on to a socket (a folder's, or a port's). */
export async function openLink(to: { readonly path: string } | { readonly port: number }): Promise<Link> {
  let swallowed = 0
  const sockets = new Set<Socket>()
  /** A connection that lost a piece is never whole again: what comes later on it is swallowed too. */
  const broken = new Set<Socket>()
  const link = { state: { kind: 'open' } as LinkState }
  const pass = (from: Socket, into: Socket) => {
    let last = Promise.resolve()
    from.on('data', (piece) => {
      last = last.then(async () => {
        const { state } = link
        if (state.kind === 'slow') await sleep(state.delayMs)
        if (state.kind === 'parted' || broken.has(from)) {
          broken.add(from).add(into)
          swallowed += 1
        } else into.write(piece)
      })
    })
    from.on('close', () => void last.then(() => into.destroy()))
    from.on('error', () => into.destroy())
  }
  const server: Server = createServer((near) => {
    const far = connect(to)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    get state() {
      return link.state
    },
    set state(state) {
      link.state = state
    },
    swallowed: () => swallowed,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
