import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'
import { CodeField } from './CodeField.tsx'
import { Gateway } from './Gateway.tsx'
import { beginSignIn, finishSignIn } from './post-sign-in.ts'

/** 登录: login and password, then the code of the authenticator. The page that was asked for comes next. */
export function SignIn() {
  const { t } = useTranslation('desk')
  const queryClient = useQueryClient()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const first = useMutation({ mutationFn: () => beginSignIn(login.trim(), password) })
  const second = useMutation({
    mutationFn: () => finishSignIn(code.trim()),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['me'] }),
  })
  const asksCode = first.isSuccess
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asksCode) second.mutate()
    else first.mutate()
  }
  const busy = first.isPending || second.isPending
  return (
    <Gateway title={t('signIn.title')}>
      <form onSubmit={submit} noValidate>
        <Refused error={asksCode ? second.error : first.error} fields={['login', 'password', 'code']} />
        {asksCode ? (
          <>
            <p className="quiet">{t('signIn.codeAsked', { login })}</p>
            <CodeField value={code} onChange={setCode} error={faultAt(second.error, 'code')} />
          </>
        ) : (
          <>
            <TextField
              label={t('signIn.login')}
              value={login}
              onChange={setLogin}
              autoComplete="username"
              error={faultAt(first.error, 'login')}
            />
            <TextField
              label={t('signIn.password')}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              error={faultAt(first.error, 'password')}
            />
          </>
        )}
        <div className="row">
          <button type="submit" className="button primary" aria-disabled={busy}>
            {busy ? t('working') : t(asksCode ? 'signIn.enter' : 'signIn.next')}
          </button>
          {asksCode && (
            <button type="button" className="button text" onClick={() => first.reset()}>
              {t('signIn.back')}
            </button>
          )}
        </div>
      </form>
      <p className="small quiet gateway-help">{t('signIn.help')}</p>
    </Gateway>
  )
}
