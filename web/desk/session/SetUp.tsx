import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'
import { CodeField } from './CodeField.tsx'
import { Gateway } from './Gateway.tsx'
import { beginSetUp, confirmSetUp } from './post-sign-in.ts'
import { SecretToCopy } from './SecretToCopy.tsx'

/** 启用账号: an invited person, or the first administrator, chooses a password and pairs the authenticator. */
export function SetUp() {
  const { t } = useTranslation('desk')
  const [search] = useSearchParams()
  const [token, setToken] = useState(search.get('token') ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useMutation({ mutationFn: () => beginSetUp(token.trim(), password) })
  const confirm = useMutation({ mutationFn: () => confirmSetUp(token.trim(), code.trim()) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (begin.isSuccess) confirm.mutate()
    else begin.mutate()
  }
  if (confirm.isSuccess) {
    return (
      <Gateway title={t('setUp.done')}>
        <p>{t('setUp.doneWhy', { login: begin.data?.login ?? '' })}</p>
        <Link className="button primary" href="/">
          {t('setUp.toSignIn')}
        </Link>
      </Gateway>
    )
  }
  return (
    <Gateway title={t('setUp.title')}>
      <ol className="steps" aria-label={t('setUp.steps')}>
        <li aria-current={begin.isSuccess ? undefined : 'step'}>{t('setUp.stepPassword')}</li>
        <li aria-current={begin.isSuccess ? 'step' : undefined}>{t('setUp.stepAuthenticator')}</li>
      </ol>
      <form onSubmit={submit} noValidate>
        <Refused error={begin.isSuccess ? confirm.error : begin.error} fields={['token', 'password', 'code']} />
        {begin.isSuccess ? (
          <>
            <SecretToCopy authenticator={begin.data} />
            <CodeField value={code} onChange={setCode} error={faultAt(confirm.error, 'code')} />
          </>
        ) : (
          <>
            <TextField
              label={t('setUp.token')}
              hint={t('setUp.tokenHint')}
              value={token}
              onChange={setToken}
              error={faultAt(begin.error, 'token')}
            />
            <TextField
              label={t('setUp.password')}
              hint={t('setUp.passwordHint')}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="new-password"
              error={faultAt(begin.error, 'password')}
            />
          </>
        )}
        <button type="submit" className="button primary" aria-disabled={begin.isPending || confirm.isPending}>
          {t(begin.isSuccess ? 'setUp.confirm' : 'signIn.next')}
        </button>
      </form>
    </Gateway>
  )
}
