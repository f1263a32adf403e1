import type { SameKeys } from '../../i18n/text-tree.ts'
import { applyEn } from './apply.ts'
import { caseEn } from './case.ts'
import { contractEn } from './contract.ts'
import { homeEn } from './home.ts'
import { planEn } from './plan.ts'
import { publishedEn } from './published.ts'
import { sessionEn } from './session.ts'
import { shellEn } from './shell.ts'
import { tasksEn } from './tasks.ts'
import type { portalZh } from './zh.ts'

export const portalEn: SameKeys<typeof portalZh> = {
  shell: shellEn,
  session: sessionEn,
  home: homeEn,
  apply: applyEn,
  case: caseEn,
  tasks: tasksEn,
  plan: planEn,
  contract: contractEn,
  published: publishedEn,
}
