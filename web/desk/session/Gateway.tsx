import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompany } from '../data/queries.ts'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'

/** The page outside the desk: who we are, one thing to do, the language. */
export function Gateway({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('desk')
  const { data: company } = useCompany()
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <main className="gateway">
      <header className="gateway-head">
        <span className="brand">{t('brand')}</span>
        <span className="quiet">{company?.name}</span>
        <LanguageSwitch />
      </header>
      <section className="gateway-body">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  )
}
