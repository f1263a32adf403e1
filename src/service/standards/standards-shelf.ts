import type { PublishedStandards } from '#casefile'
import { getAccepted } from '#kernel'
import type { Database } from '#platform/database/index'
import { loadStandards } from './load-standards.ts'
import { countVersions, listVersions } from './store.ts'

interface Shelved {
  readonly versions: number
  readonly standards: PublishedStandards
  checkedAtMs: number
}

/** How long another process's publication may go unnoticed. */
const usuallyCheckEveryMs = 2_000

/** The published standards of each company, compiled once and read again when a new version appears. */
export class StandardsShelf {
  readonly #database: Database
  readonly #shelved = new Map<string, Promise<Shelved>>()

  readonly #checkEveryMs: number

  constructor(database: Database, { checkEveryMs = usuallyCheckEveryMs } = {}) {
    this.#database = database
    this.#checkEveryMs = checkEveryMs
  }

  async get(companyId: string): Promise<PublishedStandards> {
    const shelved = await (this.#shelved.get(companyId) ?? this.#load(companyId))
    if (Date.now() - shelved.checkedAtMs < this.#checkEveryMs) return shelved.standards
    const versions = await this.#database.withCompany(companyId, (tx) => countVersions(tx, companyId))
    shelved.checkedAtMs = Date.now()
    return versions === shelved.versions ? shelved.standards : (await this.#load(companyId)).standards
  }

  /** A new version was published here: read again at once. */
  forget(companyId: string): void {
    this.#shelved.delete(companyId)
  }

  #load(companyId: string): Promise<Shelved> {
    const loading = this.#database
      .withCompany(companyId, (tx) => listVersions(tx, companyId))
      .then(async (versions) => ({
        versions: versions.length,
        standards: getAccepted(await loadStandards(versions)),
        checkedAtMs: Date.now(),
      }))
    this.#shelved.set(companyId, loading)
    loading.catch(() => this.#shelved.delete(companyId))
    return loading
  }
}
