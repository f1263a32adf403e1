import { useQuery } from '@tanstack/react-query'
import { labels } from '#journey/acceptance/labels'
import { apiGet } from '../../api/client.ts'
import type { Choice } from '../../ui/form/form-context.ts'
import { type FormValues, valueAt } from '../../ui/form/form-values.ts'
import { useCompany } from '../data/queries.ts'
import type { AskedDocument } from '../data/shapes.ts'
import type { Need } from '../home/needs.ts'
import { useLanguage } from '../shell/use-language.ts'

const homeApplicants = ['owner', 'tenant', 'agent', 'passport-holder'] as const
const businessApplicants = ['enterprise', 'sole-trader', 'owner', 'tenant', 'agent', 'passport-holder'] as const
const idKinds = ['id-card', 'credit-code', 'passport'] as const

/** Choices that depend on what was answered, or on the company. */
export function useChoices(need: Need, values: FormValues): Readonly<Record<string, readonly Choice[]>> {
  const language = useLanguage()
  const side = language === 'en' ? 'en' : 'zh'
  const company = useCompany()
  const worded = (field: string, kinds: readonly string[]): readonly Choice[] =>
    kinds.map((value) => ({ value, label: labels[`value.${field}.${value}`]?.[side] ?? value }))
  const isHome = valueAt(values, 'category') === 'resident'
  const units = (company.data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))
  return {
    'applicant.kind': worded('applicant.kind', isHome ? homeApplicants : businessApplicants),
    'applicant.idKind': worded('idKind', idKinds),
    unitId: units,
    'load.equipment.category': [],
    ...(need.need === 'home' ? {} : { category: worded('category', ['resident', 'non-resident']) }),
  }
}

/** Documents of which one is enough to be accepted. */
export function useProofs(need: Need, values: FormValues) {
  const kind = String(valueAt(values, 'kind'))
  const category = String(valueAt(values, 'category'))
  const applicantKind = String(valueAt(values, 'applicant.kind') ?? 'owner')
  const query = { kind, category, applicantKind, voltageLevel: need.isHighVoltage ? 'hv' : 'lv' }
  return useQuery({
    queryKey: ['documents', query],
    queryFn: async ({ signal }) => {
      const { documents } = await apiGet<{ documents: readonly AskedDocument[] }>('/company/documents', query, signal)
      return documents.filter((document) => document.proof)
    },
    staleTime: 600_000,
  })
}
