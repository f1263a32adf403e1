import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createQueryClient } from '../api/query-client.ts'
import { startTexts } from '../i18n/start.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import './desk.css'
import { Desk } from './Desk.tsx'
import { deskEn } from './texts/en.ts'
import { deskZh } from './texts/zh.ts'

const root = document.getElementById('root')
if (!root) throw new Error('page without #root')
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={startTexts({ namespace: 'desk', zh: deskZh, en: deskEn })}>
      <QueryClientProvider client={createQueryClient()}>
        <Desk />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
