import { apiPost } from '../../api/client.ts'

/** The steps of signing in; each throws `ApiError` with the server's reason. */
export const beginSignIn = (login: string, password: string) =>
  apiPost<{ readonly next: 'totp' }>('/api/auth/staff/sign-in', { login, password })

export const finishSignIn = (code: string) => apiPost('/api/auth/staff/verify-code', { code })

export const signOut = () => apiPost('/api/auth/sign-out', {})

export interface Authenticator {
  readonly login: string
  readonly totpSecret: string
  readonly totpUri?: string
}

export const beginSetUp = (token: string, password: string) =>
  apiPost<Authenticator>('/api/auth/setup', { token, password })

export const confirmSetUp = (token: string, code: string) => apiPost('/api/auth/setup/confirm', { token, code })
