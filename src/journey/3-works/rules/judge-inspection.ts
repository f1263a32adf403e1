import type { CaseFile } from '#casefile'
import type { Fault, PlainDate } from '#kernel'
import type { EarlierDefect, InspectInterim } from '../api.ts'
import { faultsOfItems } from './faults-of-items.ts'
import type { InspectionSheet } from './inspection-sheet.ts'

/** Every fault of an inspection form at once. */
export function faultsOfInspection(
  form: InspectInterim,
  sheet: InspectionSheet,
  { state }: CaseFile,
  today: PlainDate,
): Fault[] {
  return [
    ...(form.inspectedOn > today ? [{ path: 'inspectedOn', code: 'date-in-future', data: { today } }] : []),
    ...faultsOfItems(form.items, sheet.items, { measuring: true }),
    ...faultsOfFailedItems(form, sheet),
    ...faultsOfDefects(form, sheet),
    ...faultsOfEarlier(form, sheet),
    ...faultsOfSignatures(form, state.profile.voltageClass === 'hv'),
  ]
}

const restated = (form: InspectInterim) => new Set(form.earlierDefects.filter((d) => !d.closed).map((d) => d.defectId))

/** A failed item must become a defect, or be one already that still stands. */
function faultsOfFailedItems(form: InspectInterim, sheet: InspectionSheet): Fault[] {
  const still = restated(form)
  const covered = new Set([
    ...form.defects.map((defect) => defect.item),
    ...sheet.earlierDefects.filter((defect) => still.has(defect.defectId)).map((defect) => defect.item),
  ])
  return form.items.flatMap((entry, index): Fault[] => {
    const isFailed = entry.result === 'fail'
    if (isFailed === covered.has(entry.item)) return []
    const code = isFailed ? 'defect-needed' : 'item-not-failed'
    return [{ path: `items.${index}.result`, code, data: { item: entry.item } }]
  })
}

function faultsOfDefects(form: InspectInterim, sheet: InspectionSheet): Fault[] {
  return form.defects.flatMap((defect, index) => {
    const path = `defects.${index}`
    const row = sheet.items.find((item) => item.item === defect.item)
    if (!row) return [{ path: `${path}.item`, code: 'unknown-item', data: { item: defect.item } }]
    const faults: Fault[] = []
    if (row.safetyCritical && !defect.blocksEnergising)
      faults.push({ path: `${path}.blocksEnergising`, code: 'safety-critical-blocks', data: { name: row.nameZh } })
    if (defect.blocksEnergising && defect.recheck !== 'site')
      faults.push({ path: `${path}.recheck`, code: 'recheck-on-site' })
    if (defect.rectifyBy < form.inspectedOn)
      faults.push({ path: `${path}.rectifyBy`, code: 'before-inspection', data: { inspectedOn: form.inspectedOn } })
    return faults
  })
}

/** Each open defect of an earlier round is closed or restated, none is passed over in silence. */
function faultsOfEarlier(form: InspectInterim, sheet: InspectionSheet): Fault[] {
  const answered = new Set(form.earlierDefects.map((defect) => defect.defectId))
  return [
    ...sheet.earlierDefects
      .filter((defect) => !answered.has(defect.defectId))
      .map(({ defectId, description }) => ({
        path: 'earlierDefects',
        code: 'defect-unanswered',
        data: { defectId, description },
      })),
    ...form.earlierDefects.flatMap((defect, index) => faultsOfAnswer(defect, `earlierDefects.${index}`, form, sheet)),
  ]
}

/** A defect that still stands says why, and by when it will be gone. */
function faultsOfAnswer(answer: EarlierDefect, path: string, form: InspectInterim, sheet: InspectionSheet): Fault[] {
  const { defectId, closed, note, rectifyBy } = answer
  const defect = sheet.earlierDefects.find((entry) => entry.defectId === defectId)
  if (!defect) return [{ path: `${path}.defectId`, code: 'unknown-defect', data: { defectId } }]
  if (closed) return []
  const data = { inspectedOn: form.inspectedOn }
  const isPast = (rectifyBy ?? defect.rectifyBy) < form.inspectedOn
  return [
    ...(note.length >= 2 ? [] : [{ path: `${path}.note`, code: 'reason-needed' }]),
    ...(isPast ? [{ path: `${path}.rectifyBy`, code: 'before-inspection', data }] : []),
  ]
}

/** High voltage is inspected by two. */
function faultsOfSignatures({ signatures }: InspectInterim, isHigh: boolean): Fault[] {
  const names = new Set(signatures.map((signature) => signature.name))
  return isHigh && names.size < 2 ? [{ path: 'signatures', code: 'two-inspectors' }] : []
}
