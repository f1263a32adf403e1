import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { currentLanguage, type Language, rememberLanguage } from './language.ts'
import type { TextTree } from './text-tree.ts'
import { zh } from './zh.ts'

/** Texts of one face (`portal`, `desk`) in both languages, beside the shared ones (`ui`). */
export interface FaceTexts {
  readonly namespace: 'portal' | 'desk'
  readonly zh: TextTree
  readonly en: TextTree
}

/** Starts i18next with the shared texts and those of one face; both languages are there, so a switch needs no loading. */
export function startTexts(face: FaceTexts): i18n {
  const instance = i18next.createInstance()
  void instance.use(initReactI18next).init({
    lng: currentLanguage(),
    fallbackLng: 'zh-CN',
    ns: ['ui', face.namespace],
    defaultNS: 'ui',
    initAsync: false,
    resources: {
      'zh-CN': { ui: zh, [face.namespace]: face.zh },
      en: { ui: en, [face.namespace]: face.en },
    },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = currentLanguage()
  return instance
}

/** Changes the language of page, texts and later requests. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  rememberLanguage(language)
  await instance.changeLanguage(language)
}
