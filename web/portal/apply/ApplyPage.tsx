import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import type { CustomerActor } from '#casefile/actor'
import { showTime } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { customerOf, useSession } from '../data/queries.ts'
import { findNeed, type Need } from '../home/needs.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { Page } from '../shell/Page.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { pagesFor } from './apply-pages.ts'
import { CheckAnswers } from './CheckAnswers.tsx'
import { Questions } from './Questions.tsx'
import { useApplication } from './use-application.ts'

interface ApplyPageProps {
  readonly need: string
  readonly page: string | undefined
}

export function ApplyPage({ need: name, page }: ApplyPageProps) {
  const need = findNeed(name)
  const customer = customerOf(useSession().data)
  if (!need) return <NotFoundPage />
  return customer ? <Application need={need} page={page} customer={customer.actor} /> : null
}

interface ApplicationProps {
  readonly need: Need
  readonly page: string | undefined
  readonly customer: CustomerActor
}

/** One page after the other; each is saved as left, and back always works, since every page is an address. */
function Application({ need, page, customer }: ApplicationProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const [, navigate] = useLocation()
  const application = useApplication(need, customer)
  const pages = pagesFor(need)
  const at = pages.findIndex((entry) => entry.name === page)
  const shown = pages[at]
  if (!shown) return <Redirect to={`/apply/${need.need}/${pages[0]?.name}`} replace />
  const previous = pages[at - 1]
  const next = pages[at + 1]
  const back = previous
    ? { href: `/apply/${need.need}/${previous.name}`, label: t('shell.back') }
    : { href: '/', label: t('shell.home') }
  return (
    <Page
      title={t(`apply.page.${shown.name}.title`)}
      back={back}
      hasFooter={false}
      aside={
        application.savedAt && (
          <span className="saved">
            <Icon name="check" small />
            {t('apply.saved', { time: showTime(application.savedAt, language) })}
          </span>
        )
      }
    >
      <Progress at={at + 1} all={pages.length} />
      {shown.name === 'check' ? (
        <CheckAnswers
          need={need}
          page={shown}
          application={application}
          onSent={(id) => navigate(`/sent/${id}`, { replace: true })}
        />
      ) : (
        <Questions
          key={shown.name}
          need={need}
          page={shown}
          customer={customer}
          application={application}
          onNext={() => navigate(`/apply/${need.need}/${next?.name}`)}
        />
      )}
    </Page>
  )
}

function Progress({ at, all }: { readonly at: number; readonly all: number }) {
  const { t } = useTranslation('portal')
  return (
    <div className="progress">
      <p>{t('apply.step', { n: at, all })}</p>
      <div className="progress-bar" aria-hidden="true">
        {Array.from({ length: all }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its step
          <i key={index} className={index < at ? 'progress-done' : undefined} />
        ))}
      </div>
    </div>
  )
}
