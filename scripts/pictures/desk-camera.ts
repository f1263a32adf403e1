import type { Page } from 'playwright-core'
import { signInStaff } from '../../src/platform/accounts/sign-in-client.ts'
import { type Language, languages, type Stage, takeShot } from './stage.ts'

export interface DeskPicture {
  readonly name: string
  readonly login: string
  readonly path: string
  readonly shown: string
  readonly before?: (page: Page, language: Language) => Promise<void>
}

/** Takes pictures of the desk in both languages, each as the person it names, who signs in once. */
export function deskCamera(stage: Stage): (picture: DeskPicture) => Promise<void> {
  const { server, accounts } = stage
  const cookies = new Map<string, string>()
  return async ({ login, ...picture }) => {
    const account = accounts.find((each) => each.login === login)
    if (!account) throw new Error(`${picture.name}: there is no account ${login}`)
    const cookie = cookies.get(login) ?? (await signInStaff(server.url, account))
    cookies.set(login, cookie)
    for (const language of languages) await takeShot(stage, { ...picture, language, cookie, window: 'desk' })
    console.log(picture.name)
  }
}
