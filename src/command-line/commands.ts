import type { Command } from './command.ts'

/** Every command by its name; each is loaded only when it is called. */
export const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).command,
  story: async () => (await import('./story.ts')).command,
  flow: async () => (await import('./flow.ts')).command,
  plan: async () => (await import('./plan.ts')).command,
  network: async () => (await import('./network.ts')).command,
  log: async () => (await import('./log.ts')).command,
  simulate: async () => (await import('./simulate.ts')).command,
  process: async () => (await import('./process.ts')).command,
  verify: async () => (await import('./verify.ts')).command,
  backup: async () => (await import('./backup.ts')).command,
}
