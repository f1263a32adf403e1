import { createContext, use } from 'react'
import type { StaffActor } from '#casefile/actor'

export interface Me {
  readonly actor: StaffActor
  /** The server's day, `YYYY-MM-DD`. */
  readonly today: string
  readonly now: Date
}

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in; only used inside the shell, which shows itself to nobody else. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe outside the shell')
  return me
}

export function holds(actor: StaffActor, ...roles: readonly string[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role))
}
