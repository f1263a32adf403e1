import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useSession } from './data/queries.ts'
import { InboxPage } from './inbox/InboxPage.tsx'
import { Failure } from './parts/Failure.tsx'
import { Skeleton } from './parts/Skeleton.tsx'
import { SetUp } from './session/SetUp.tsx'
import { SignIn } from './session/SignIn.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

const CasePage = lazy(async () => ({ default: (await import('./case/CasePage.tsx')).CasePage }))
const CasesPage = lazy(async () => ({ default: (await import('./cases/CasesPage.tsx')).CasesPage }))
const InsightPage = lazy(async () => ({ default: (await import('./insight/InsightPage.tsx')).InsightPage }))
const NetworkPage = lazy(async () => ({ default: (await import('./network/NetworkPage.tsx')).NetworkPage }))
const ReservationsPage = lazy(async () => ({
  default: (await import('./network/reservations/ReservationsPage.tsx')).ReservationsPage,
}))
const NewApplication = lazy(async () => ({ default: (await import('./cases/NewApplication.tsx')).NewApplication }))
const OverviewPage = lazy(async () => ({ default: (await import('./overview/OverviewPage.tsx')).OverviewPage }))
const PeoplePage = lazy(async () => ({ default: (await import('./people/PeoplePage.tsx')).PeoplePage }))
const PlansPage = lazy(async () => ({ default: (await import('./plan/PlansPage.tsx')).PlansPage }))
const StandardsPage = lazy(async () => ({ default: (await import('./standards/StandardsPage.tsx')).StandardsPage }))
const StandardPage = lazy(async () => ({ default: (await import('./standards/StandardPage.tsx')).StandardPage }))

/** The staff desk: who is not signed in is asked to, on whatever page it was, and comes out on that page. */
export function Desk() {
  return (
    <Router base="/desk">
      <Switch>
        <Route path="/set-up" component={SetUp} />
        <Route component={SignedIn} />
      </Switch>
    </Router>
  )
}

function SignedIn() {
  const { t } = useTranslation('desk')
  const session = useSession()
  if (session.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />
  const { actor, now } = session.data
  if (actor?.kind !== 'staff') return <SignIn />
  return (
    <Shell actor={actor} now={now}>
      <Suspense fallback={<Skeleton lines={8} label={t('loading')} />}>
        <Switch>
          <Route path="/">
            <Redirect to="/inbox" replace />
          </Route>
          <Route path="/inbox" component={InboxPage} />
          <Route path="/cases" component={CasesPage} />
          <Route path="/cases/new" component={NewApplication} />
          <Route path="/cases/:caseId/plans">{({ caseId }) => <PlansPage key={caseId} caseId={caseId} />}</Route>
          <Route path="/cases/:caseId">{({ caseId }) => <CasePage key={caseId} caseId={caseId} />}</Route>
          <Route path="/network" component={NetworkPage} />
          <Route path="/network/reservations" component={ReservationsPage} />
          <Route path="/overview" component={OverviewPage} />
          <Route path="/insight" component={InsightPage} />
          <Route path="/people" component={PeoplePage} />
          <Route path="/standards" component={StandardsPage} />
          <Route path="/standards/:kind/:name">
            {({ kind, name }) => <StandardPage key={`${kind} ${name}`} kind={kind} name={decodeURIComponent(name)} />}
          </Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  )
}
