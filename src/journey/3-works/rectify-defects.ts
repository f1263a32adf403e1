import { taskUseCase } from '#casefile'
import { accept, type Fault, type JsonObject, type PlainDate, refuse } from '#kernel'
import { RectifyDefects } from './api.ts'
import { openDefects, type StandingDefect } from './rules/defects.ts'
import { receivedFiles } from './rules/received-files.ts'

/** 整改: what was done about each defect that is open, and when the inspector is wished for. */
export const rectifyDefects = taskUseCase<RectifyDefects>({
  name: 'rectify-defects',
  form: RectifyDefects,
  prefill(file, _standards, today) {
    const rectified = openDefects(file).map((defect) => ({ ...defect, done: '', photos: [] }))
    return { rectified, wishedOn: today } as unknown as JsonObject
  },
  decide({ file, form, today }) {
    const open = openDefects(file)
    if (open.length === 0) return refuse({ code: 'no-open-defect' })
    const faults = faultsOf(form, open, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { rectified, wishedOn, note } = form
    const photos = rectified.flatMap((entry) => entry.photos)
    return accept({
      facts: [
        { type: 'defects-rectified', body: { rectified, wishedOn, note } as unknown as JsonObject },
        ...receivedFiles('rectification-photo', '整改照片', `rectified-${file.version}`, photos),
      ],
    })
  },
})

function faultsOf(form: RectifyDefects, open: readonly StandingDefect[], today: PlainDate): Fault[] {
  const answered = new Set(form.rectified.map((entry) => entry.defectId))
  const unanswered = open
    .filter((defect) => !answered.has(defect.defectId))
    .map(({ defectId, description }) => ({
      path: 'rectified',
      code: 'defect-unanswered',
      data: { defectId, description },
    }))
  const rows = form.rectified.flatMap((entry, index): Fault[] => {
    const path = `rectified.${index}`
    const defect = open.find((candidate) => candidate.defectId === entry.defectId)
    if (!defect) return [{ path: `${path}.defectId`, code: 'unknown-defect', data: { defectId: entry.defectId } }]
    // Nobody will come to look: the pictures are all there is.
    const isBlind = defect.recheck === 'photos' && entry.photos.length === 0
    return isBlind ? [{ path: `${path}.photos`, code: 'photos-needed' }] : []
  })
  const past = form.wishedOn < today ? [{ path: 'wishedOn', code: 'date-in-past', data: { today } }] : []
  return [...unanswered, ...rows, ...past]
}
