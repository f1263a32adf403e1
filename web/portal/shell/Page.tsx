import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/Icon.tsx'
import { Footer } from './Footer.tsx'

interface PageProps {
  /** Name of the page for the window and for whoever does not see it. */
  readonly title: string
  /** Where the way back leads; the home page has none. */
  readonly back?: { readonly href: string; readonly label: string }
  /** The right side of the bar: a document, a contact. */
  readonly aside?: ReactNode
  readonly hasFooter?: boolean
  readonly children: ReactNode
}

/** A page of the portal: bar, content, foot. Each new page is announced by its title and begins at its top. */
export function Page({ title, back, aside, hasFooter = true, children }: PageProps) {
  const { t } = useTranslation('portal')
  useEffect(() => {
    document.title = `${title} · ${t('shell.brand')}`
  }, [title, t])
  return (
    <>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      {back && (
        <header className="bar bar-inner">
          <Link className="tap" href={back.href}>
            <Icon name="back" />
            {back.label}
          </Link>
          {aside}
        </header>
      )}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {hasFooter && <Footer />}
    </>
  )
}
