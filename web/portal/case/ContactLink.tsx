import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'

/** Leads to the account manager's section, wherever one is on the page. */
export function ContactLink({ name }: { readonly name: string | undefined }) {
  const { t } = useTranslation('portal')
  if (name === undefined) return null
  return (
    <a className="tap" href="#manager">
      <Icon name="message" />
      {t('case.contact', { name })}
    </a>
  )
}
