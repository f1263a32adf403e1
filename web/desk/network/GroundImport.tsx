import type { ImportLimit } from '#platform/files/upload-limits'
import type { TerrainVersion } from '#service/terrain/terrain-version'
import { ImportDialog } from './ImportDialog.tsx'
import { useNetworkTexts } from './use-network-texts.ts'

interface GroundImportProps {
  readonly limit: ImportLimit
  readonly onClose: () => void
  readonly onImported: (version: TerrainVersion) => void
}

/** 导入地形; it counts at once. */
export function GroundImport({ limit, onClose, onImported }: GroundImportProps) {
  const { ground } = useNetworkTexts()
  return (
    <ImportDialog<TerrainVersion>
      title={ground.import}
      fileLabel={ground.file}
      fileHint={ground.fileHint}
      accept=".geojson,.json,.pbf,.gz"
      path="/network/ground"
      limit={limit}
      onClose={onClose}
      onImported={onImported}
    />
  )
}
