import { Component, type ReactNode } from 'react'
import { Translation } from 'react-i18next'

interface State {
  readonly bug: Error | undefined
}

/** A fault of ours: a plain page instead of a white one. What was typed is in the drafts of this device. */
export class BugBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { bug: undefined }

  static getDerivedStateFromError(bug: Error): State {
    return { bug }
  }

  override render(): ReactNode {
    if (!this.state.bug) return this.props.children
    return (
      <Translation ns="ui">
        {(t) => (
          <main className="section bug" role="alert">
            <h1>{t('state.failed')}</h1>
            <p>{t('state.failedDo')}</p>
            <p>{t('state.code', { code: this.state.bug?.name ?? '' })}</p>
            <button type="button" className="button form-submit" onClick={() => window.location.reload()}>
              {t('state.retry')}
            </button>
          </main>
        )}
      </Translation>
    )
  }
}
