export const queues = ['mine', 'team', 'claimable', 'countersign', 'delegated'] as const
export type Queue = (typeof queues)[number]

/** Filters of a work list, as the address of the page holds them. */
export const filterFields = ['queue', 'kind', 'voltageClass', 'stage', 'unitId', 'flag', 'due', 'useCase'] as const
export type FilterField = (typeof filterFields)[number]
export type InboxFilter = Readonly<Partial<Record<FilterField, string>>>

/** Reads the filter from an address; what is not a filter is not looked at, an unknown queue is one's own. */
export function readFilter(search: URLSearchParams): InboxFilter {
  const entries = filterFields.flatMap((field) => {
    const value = search.get(field)
    return value ? [[field, value] as const] : []
  })
  const filter: InboxFilter = Object.fromEntries(entries)
  const queue = queues.find((known) => known === filter.queue) ?? 'mine'
  return { ...filter, queue }
}

/** The query text of a filter, always in the same order, so that equal filters have equal addresses. */
export function writeFilter(filter: InboxFilter): string {
  const search = new URLSearchParams()
  for (const field of filterFields) {
    const value = filter[field]
    if (value && !(field === 'queue' && value === 'mine')) search.set(field, value)
  }
  return search.toString()
}

export function withFilter(filter: InboxFilter, field: FilterField, value: string): InboxFilter {
  const { [field]: _, ...others } = filter
  return value === '' ? others : { ...others, [field]: value }
}
