import type { Words } from '#casefile/room-labels'
import type { TerrainKind } from '#power'

/** What a line may cross, in the words that documents and pages share. */
export const groundWords: Readonly<Record<TerrainKind, Words>> = {
  road: { zh: '道路', en: 'road' },
  water: { zh: '水域', en: 'water' },
  railway: { zh: '铁路', en: 'railway' },
  building: { zh: '建筑物', en: 'building' },
  protected: { zh: '保护区', en: 'protected area' },
}

/** The word of a kind of ground; the kind itself where it is none. */
export const groundWord = (kind: string, language: keyof Words): string =>
  groundWords[kind as TerrainKind]?.[language] ?? kind
