import type { PublishedStandards } from '#casefile'
import { getAccepted } from '#kernel'
import { loadStandards } from '#service/standards/load-standards'
import { readShippedStandards } from '#service/standards/shipped-standards'

let loaded: Promise<PublishedStandards> | undefined

/** The standards of the folder `standards/` as a new company has them: loaded once per test file. */
export function shippedStandards(): Promise<PublishedStandards> {
  loaded ??= loadStandards(
    readShippedStandards('standards').map((text) => ({
      ...text,
      version: 1,
      contentHash: text.name,
      sourceNote: 'test',
      publishedAt: '2020-01-01T00:00:00.000Z',
      publishedBy: 'system:test',
      effectiveFrom: '2020-01-01',
    })),
  ).then(getAccepted)
  return loaded
}
