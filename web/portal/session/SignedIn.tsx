import type { ReactNode } from 'react'
import { Redirect, useLocation } from 'wouter'
import { customerOf, useSession } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Trouble } from '../shell/Trouble.tsx'

/** What only a signed-in customer sees; who is not comes back here after signing in. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const [location] = useLocation()
  if (session.isPending) return <Loading />
  if (session.isError) return <Trouble error={session.error} retry={() => void session.refetch()} />
  if (!customerOf(session.data)) return <Redirect to={`/sign-in?next=${encodeURIComponent(location)}`} replace />
  return children
}
