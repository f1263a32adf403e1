import type { AccountDatabase } from './account-database.ts'
import type { AccountPolicy } from './account-policy.ts'
import type { AuthLibrary } from './auth-library.ts'
import type { Sessions } from './sessions.ts'

/** What one line of the sign-in log says: no phone, no login, no address. */
export interface SignInNote {
  readonly code: string
  readonly accountId?: string
}

/** What signing in is made of. */
export interface SignInParts {
  readonly database: AccountDatabase
  readonly library: AuthLibrary
  readonly policy: AccountPolicy
  readonly sessions: Sessions
  readonly secret: string
  note(entry: SignInNote): void
}

/** What a step tells, and the cookies that go with it. */
export interface SignInStep<T> {
  readonly body: T
  readonly cookies: readonly string[]
}
