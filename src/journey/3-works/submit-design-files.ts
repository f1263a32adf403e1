import { taskUseCase } from '#casefile'
import { accept, type JsonObject, refuse } from '#kernel'
import { SubmitDesignFiles } from './api.ts'
import { faultsOfFirm } from './rules/firm-faults.ts'
import { receivedFiles } from './rules/received-files.ts'

/** 报送设计文件: every submission is a new version; earlier ones stay readable. */
export const submitDesignFiles = taskUseCase<SubmitDesignFiles>({
  name: 'submit-design-files',
  form: SubmitDesignFiles,
  decide({ file, form, today }) {
    const faults = faultsOfFirm(form.designer, 'designer', today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const version = file.facts.filter((fact) => fact.type === 'design-files-submitted').length + 1
    const { designer, designFiles, note } = form
    const files = designFiles.map((entry) => entry.file)
    return accept({
      facts: [
        {
          type: 'design-files-submitted',
          body: { version, designer, designFiles, note } as unknown as JsonObject,
        },
        ...receivedFiles('design-file', `设计文件（第 ${version} 版）`, `design-v${version}`, files),
      ],
    })
  },
})
