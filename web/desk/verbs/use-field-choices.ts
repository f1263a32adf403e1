import { useTranslation } from 'react-i18next'
import { mayActAs } from '#casefile/actor'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { walkedRoutes } from '../case/routes-of-case.ts'
import { usePeople, useStandard, useStandards } from '../data/queries.ts'
import type { Choice } from '../parts/Field.tsx'
import { readDecisionTable } from '../standards/read-decision-table.ts'
import { useDates } from '../words/dates.ts'
import { useStepWords } from '../words/room-words.ts'
import type { VerbField } from './verb.ts'

interface Situation {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
}

/** What can be chosen in a field: colleagues who may, steps that were done, published versions, reasons in force. */
export function useFieldChoices(field: VerbField, situation: Situation): readonly Choice[] {
  const { t } = useTranslation('desk')
  const { view } = situation
  const colleagues = useColleagues(field, situation)
  const steps = useSteps(view)
  const reasons = useStopReasons(field.kind === 'stop-reason')
  const versions = useVersions(field.kind === 'version', view)
  switch (field.kind) {
    case 'colleague':
      return colleagues
    case 'step':
      return steps
    case 'finished-step':
      return finishedSteps(view, steps)
    case 'stop-reason':
      return reasons
    case 'version':
      return versions
    case 'moved-source':
      return walkedRoutes(view)
        .filter(({ standing }) => standing !== 'within' && standing !== 'approved')
        .map(({ sourceNumber }) => ({
          value: String(sourceNumber),
          label: t('routes.source', { number: sourceNumber }),
        }))
    case 'agree':
      return [
        { value: 'true', label: t('agree.yes') },
        { value: 'false', label: t('agree.no') },
      ]
    case 'document':
      return view.documents
        .filter((document) => !document.voidedBecause)
        .map((document) => ({ value: document.documentId, label: document.name }))
    case 'profile-field':
      return (['customerName', 'address', 'capacityKva', 'unitId'] as const).map((name) => ({
        value: name,
        label: `${t(`profile.${name}`)}（${view.profile[name] ?? '—'}）`,
      }))
    default:
      return []
  }
}

function useColleagues(field: VerbField, { view, task }: Situation): readonly Choice[] {
  const { t } = useTranslation('desk')
  const { data } = usePeople()
  if (field.kind !== 'colleague') return []
  if (field.among === 'signers') {
    return (task?.signers ?? [])
      .filter((signer) => !signer.signed)
      .map((signer) => ({ value: signer.staffId, label: signer.name }))
  }
  const { unitId, voltageClass } = view.profile
  const role = field.among === 'role' ? task?.role : field.among === 'anyone' ? undefined : field.among
  return (data?.staff ?? [])
    .filter((member) => member.active && member.staffId !== task?.assignee?.staffId)
    .filter((member) => !role || mayActAs({ kind: 'staff', companyId: '', ...member }, role, unitId, voltageClass))
    .map((member) => ({
      value: member.staffId,
      label: t(member.absentUntil ? 'colleagueAway' : 'colleagueLoad', {
        name: member.name,
        tasks: member.openTasks,
        until: member.absentUntil ?? '',
      }),
    }))
}

function useSteps(view: StaffCaseView): readonly Choice[] {
  const stepWords = useStepWords()
  const dates = useDates()
  const names = new Map(view.stages.flatMap((stage) => stage.steps.map((step) => [step.elementId, step.name])))
  return view.returnTargets.map((step) => ({
    value: step.elementId,
    label: `${stepWords(step.elementId, step.useCase, names.get(step.elementId))} · ${dates.instant(step.completedAt)}`,
  }))
}

/** The last completion of each step, by the id of the task it was. */
function finishedSteps(view: StaffCaseView, steps: readonly Choice[]): readonly Choice[] {
  const taskOf = new Map<string, string>()
  for (const fact of view.facts) {
    if (fact.type !== 'task-completed') continue
    taskOf.set(String(fact.body.elementId), String(fact.body.taskId))
  }
  return steps.flatMap(({ value, label }) => {
    const taskId = taskOf.get(value)
    return taskId ? [{ value: taskId, label }] : []
  })
}

function useStopReasons(enabled: boolean): readonly Choice[] {
  const { i18n } = useTranslation()
  const { data } = useStandard('decision', 'pause-reasons', undefined, enabled)
  if (!data) return []
  const table = readDecisionTable(data.content)
  const column = table.outputs.indexOf(i18n.language === 'en' ? 'nameEn' : 'nameZh')
  return table.rows.map((row) => ({
    value: unquoted(row.inputs[0] ?? ''),
    label: unquoted(row.outputs[column] ?? row.inputs[0] ?? ''),
  }))
}

const unquoted = (text: string): string => text.replace(/^"|"$/g, '')

function useVersions(enabled: boolean, view: StaffCaseView): readonly Choice[] {
  const { data } = useStandards()
  if (!enabled) return []
  return (data?.standards ?? [])
    .filter((row) => row.kind === 'process' && row.name === view.process?.name && row.version !== view.process.version)
    .map((row) => ({ value: String(row.version), label: `${row.name} v${row.version} · ${row.effectiveFrom}` }))
}
