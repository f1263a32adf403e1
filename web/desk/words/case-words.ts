import { useTranslation } from 'react-i18next'
import type { VoltageClass } from '#casefile/actor'

/** `高压新装`: what a case is about in the shortest words. */
export function useCaseWords() {
  const { t } = useTranslation(['desk', 'ui'])
  return {
    kind: (kind: string, voltageClass: VoltageClass) =>
      t('kindOf', {
        voltage: t(`voltageShort.${voltageClass}`),
        kind: t(`ui:kind.${kind}` as 'ui:kind.new', { defaultValue: kind }),
      }),
    stage: (stage: string | null) =>
      stage === null ? '' : t(`ui:stage.${stage}` as 'ui:stage.works', { defaultValue: stage }),
    status: (status: string) => t(`ui:status.${status}` as 'ui:status.open', { defaultValue: status }),
    role: (role: string) => t(`role.${role}` as 'role.clerk', { defaultValue: role }),
    party: (party: string) => t(`party.${party}` as 'party.company', { defaultValue: party }),
    variant: (variant: string) => t(`variant.${variant}` as 'variant.lv-short', { defaultValue: variant }),
  }
}
