import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createQueryClient } from '../api/query-client.ts'
import { startTexts } from '../i18n/start.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import './portal.css'
import { BugBoundary } from '../ui/BugBoundary.tsx'
import { Portal } from './Portal.tsx'
import { applyStoredTheme } from './shell/theme.ts'
import { portalEn } from './texts/en.ts'
import { portalZh } from './texts/zh.ts'

applyStoredTheme()
const root = document.getElementById('root')
if (!root) throw new Error('page without #root')
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startTexts({ namespace: 'portal', zh: portalZh, en: portalEn })}>
      <QueryClientProvider client={createQueryClient()}>
        <BugBoundary>
          <Portal />
        </BugBoundary>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
