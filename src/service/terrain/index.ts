/** 地形: the front door of the room. */
export { type ImportTerrain, importTerrain } from './import-terrain.ts'
export { showTerrain, type TerrainMap } from './show-terrain.ts'
export { findTerrainVersion, listTerrainVersions } from './store.ts'
export { type Ground, TerrainShelf } from './terrain-shelf.ts'
export type { TerrainVersion } from './terrain-version.ts'
