import { applyZh } from './apply.ts'
import { caseZh } from './case.ts'
import { contractZh } from './contract.ts'
import { homeZh } from './home.ts'
import { planZh } from './plan.ts'
import { publishedZh } from './published.ts'
import { sessionZh } from './session.ts'
import { shellZh } from './shell.ts'
import { tasksZh } from './tasks.ts'

/** The portal's texts, page by page; each page keeps both languages side by side. */
export const portalZh = {
  shell: shellZh,
  session: sessionZh,
  home: homeZh,
  apply: applyZh,
  case: caseZh,
  tasks: tasksZh,
  plan: planZh,
  contract: contractZh,
  published: publishedZh,
} as const
