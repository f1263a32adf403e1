import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { HomePage } from './home/HomePage.tsx'
import { SignedIn } from './session/SignedIn.tsx'
import { SignInPage } from './session/SignInPage.tsx'
import { Loading } from './shell/Loading.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { useScrollToTop } from './shell/use-scroll-to-top.ts'

const ApplyPage = lazy(async () => ({ default: (await import('./apply/ApplyPage.tsx')).ApplyPage }))
const SentPage = lazy(async () => ({ default: (await import('./apply/SentPage.tsx')).SentPage }))
const CasePage = lazy(async () => ({ default: (await import('./case/CasePage.tsx')).CasePage }))
const TaskPage = lazy(async () => ({ default: (await import('./task/TaskPage.tsx')).TaskPage }))
const FeesPage = lazy(async () => ({ default: (await import('./task/FeesPage.tsx')).FeesPage }))
const RatePage = lazy(async () => ({ default: (await import('./task/RatePage.tsx')).RatePage }))
const SupplementPage = lazy(async () => ({ default: (await import('./task/SupplementPage.tsx')).SupplementPage }))
const LimitsPage = lazy(async () => ({ default: (await import('./published/LimitsPage.tsx')).LimitsPage }))
const ChargesPage = lazy(async () => ({ default: (await import('./published/ChargesPage.tsx')).ChargesPage }))
const CapacityPage = lazy(async () => ({ default: (await import('./capacity/CapacityPage.tsx')).CapacityPage }))
const OtherWaysPage = lazy(async () => ({ default: (await import('./published/OtherWaysPage.tsx')).OtherWaysPage }))

/** The customer's portal: home and sign-in at once, everything else when it is opened. */
export function Portal() {
  useScrollToTop()
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/limits" component={LimitsPage} />
        <Route path="/charges" component={ChargesPage} />
        <Route path="/capacity" component={CapacityPage} />
        <Route path="/other" component={OtherWaysPage} />
        <Route path="/apply/:need/:page?">
          {({ need, page }) => (
            <SignedIn>
              <ApplyPage key={need} need={need} page={page} />
            </SignedIn>
          )}
        </Route>
        <Route path="/sent/:caseId">{({ caseId }) => <SignedIn>{<SentPage caseId={caseId} />}</SignedIn>}</Route>
        <Route path="/cases/:caseId">{({ caseId }) => <SignedIn>{<CasePage caseId={caseId} />}</SignedIn>}</Route>
        <Route path="/cases/:caseId/do/:taskId">
          {({ caseId, taskId }) => (
            <SignedIn>
              <TaskPage key={taskId} caseId={caseId} taskId={decodeURIComponent(taskId)} />
            </SignedIn>
          )}
        </Route>
        <Route path="/cases/:caseId/fees">{({ caseId }) => <SignedIn>{<FeesPage caseId={caseId} />}</SignedIn>}</Route>
        <Route path="/cases/:caseId/rate">{({ caseId }) => <SignedIn>{<RatePage caseId={caseId} />}</SignedIn>}</Route>
        <Route path="/cases/:caseId/supplement/:document">
          {({ caseId, document }) => (
            <SignedIn>
              <SupplementPage caseId={caseId} document={document} />
            </SignedIn>
          )}
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  )
}
