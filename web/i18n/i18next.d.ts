import type { deskZh } from '../desk/texts/zh.ts'
import type { portalZh } from '../portal/texts/zh.ts'
import type { zh } from './zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: { ui: typeof zh; portal: typeof portalZh; desk: typeof deskZh }
    returnNull: false
  }
}
