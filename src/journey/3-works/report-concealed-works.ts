import { taskUseCase } from '#casefile'
import { needsInterimInspection } from '#journey/acceptance'
import { accept, type Fault, type JsonObject, type PlainDate, refuse } from '#kernel'
import { ReportConcealedWorks } from './api.ts'
import { faultsOfFirm } from './rules/firm-faults.ts'
import { faultsOfPapers, papersMissing } from './rules/papers-missing.ts'
import { receivedFiles } from './rules/received-files.ts'

/** 受电工程施工: who builds, and since when what will be covered can be looked at. */
export const reportConcealedWorks = taskUseCase<ReportConcealedWorks>({
  name: 'report-concealed-works',
  form: ReportConcealedWorks,
  decide({ file, form, standards, today }) {
    const missing = papersMissing(file, 'works', standards, today)
    if (!missing.ok) return missing
    if (missing.value.length > 0) return refuse({ code: 'documents-missing', faults: faultsOfPapers(missing.value) })
    const faults = faultsOf(form, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...reported } = form
    return accept({
      facts: [
        { type: 'concealed-works-reported', body: reported as unknown as JsonObject },
        ...receivedFiles('works-photo', '隐蔽工程照片', `concealed-photo-${file.version}`, form.photos),
        ...receivedFiles('works-record', '隐蔽工程记录', `concealed-record-${file.version}`, form.files),
      ],
      variables: { interimRequired: needsInterimInspection(file, standards, today) },
    })
  },
})

function faultsOf(form: ReportConcealedWorks, today: PlainDate): Fault[] {
  const faults = faultsOfFirm(form.builder, 'builder', today)
  if (form.startedOn > today) faults.push({ path: 'startedOn', code: 'date-in-future', data: { today } })
  if (form.concealedReadyOn < form.startedOn)
    faults.push({ path: 'concealedReadyOn', code: 'before-start', data: { startedOn: form.startedOn } })
  return faults
}
