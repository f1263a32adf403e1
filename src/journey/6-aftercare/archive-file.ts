import { taskUseCase } from '#casefile'
import { accept, type JsonObject, refuse } from '#kernel'
import { ArchiveFile } from './api.ts'
import { faultsOfMaterials, requiredMaterials } from './rules/required-materials.ts'

/** 资料归档: the list is complete, the file has its number and its place. */
export const archiveFile = taskUseCase<ArchiveFile>({
  name: 'archive-file',
  form: ArchiveFile,
  prefill(file, standards, today): JsonObject {
    const required = requiredMaterials(file, standards, today)
    if (!required.ok) return {}
    const inCase = required.value.filter((entry) => entry.inCase)
    return { materials: inCase.map(({ document, sheets }) => ({ document, sheets, isOriginal: false })) }
  },
  decide({ file, form, standards, today }) {
    const required = requiredMaterials(file, standards, today)
    if (!required.ok) return required
    const faults = faultsOfMaterials(form.materials, required.value)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { archiveNumber, place, materials, note } = form
    const retainYears = standards.setting('file-retention-years', today)
    return accept({ facts: [{ type: 'file-archived', body: { archiveNumber, place, materials, retainYears, note } }] })
  },
})
