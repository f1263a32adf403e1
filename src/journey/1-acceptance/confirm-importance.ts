import { caseVerb, holdsRole } from '#casefile'
import { accept, refuse } from '#kernel'
import { ConfirmImportance } from './api.ts'
import { reviewsAsked } from './rules/law-asks.ts'

/** 重要性等级确认: the government's word on the grade the company proposed, with its document and year (confirmed yearly). */
export const confirmImportance = caseVerb<ConfirmImportance>({
  name: 'confirm-importance',
  form: ConfirmImportance,
  decide({ file, form, actor, standards, today }) {
    if (!holdsRole(actor, 'clerk') && !holdsRole(actor, 'account-manager'))
      return refuse({ code: 'no-right', data: { role: 'account-manager' } })
    const { document, ...confirmed } = form
    return accept({
      facts: [
        {
          type: 'document-received',
          body: {
            documentId: `importance-confirmation-${document.file.sha256.slice(0, 8)}`,
            kind: 'importance-confirmation',
            name: '政府部门重要性等级确认文件',
            fileName: document.file.name,
            sha256: document.file.sha256,
          },
        },
        { type: 'importance-confirmed', body: confirmed },
      ],
      variables: { importance: form.grade, ...reviewsAsked(file, form.grade, standards, today) },
    })
  },
})
