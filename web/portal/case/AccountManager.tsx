import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showInstant } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { MessageBox } from './MessageBox.tsx'

/** One named person from beginning to end, with the conversation. */
export function AccountManager({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const manager = view.accountManager
  return (
    <section className="section" id="manager" aria-labelledby="manager-title">
      <h2 id="manager-title">{t('case.manager')}</h2>
      {manager ? (
        <div className="manager">
          <span className="manager-face" aria-hidden="true">
            {manager.name.slice(0, 1)}
          </span>
          <b>{manager.name}</b>
          {manager.phone && (
            <a className="link" href={`tel:${manager.phone}`}>
              <Icon name="phone" small />
              {t('case.call')} <span className="ui-hidden">{manager.name}</span>
            </a>
          )}
        </div>
      ) : (
        <p className="note">{t('case.noManager')}</p>
      )}
      <Messages view={view} />
      {manager && (
        <MessageBox caseId={view.caseId} label={t('case.write', { name: manager.name })} send={t('case.send')} />
      )}
    </section>
  )
}

function Messages({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  return (
    <ol className="messages">
      {view.messages.map((message) => {
        const isMine = message.from.startsWith('customer')
        return (
          <li key={`${message.at} ${message.text}`} className={isMine ? 'message message-mine' : 'message'}>
            <p>{message.text}</p>
            <p className="note">
              {isMine ? t('case.you') : message.name}, {showInstant(message.at, language)}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
