import { useState } from 'react'
import type { ImportLimit } from '#platform/files/upload-limits'
import type { ImportedNetwork } from '#service/network/network-room'
import { useMe } from '../data/use-me.ts'
import { TextField } from '../parts/Field.tsx'
import { faultAt } from '../parts/Refused.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { useNetworkTexts } from './use-network-texts.ts'

interface NetworkImportProps {
  readonly limit: ImportLimit
  readonly onClose: () => void
  readonly onImported: (version: ImportedNetwork) => void
}

/** 导入电网, from a day on. */
export function NetworkImport({ limit, onClose, onImported }: NetworkImportProps) {
  const texts = useNetworkTexts()
  const { today } = useMe()
  const [effectiveFrom, setEffectiveFrom] = useState(today)
  return (
    <ImportDialog<ImportedNetwork>
      title={texts.import}
      fileLabel={texts.file}
      fileHint={texts.fileHint}
      accept=".csv,.json,.geojson,.txt,.xml,.rdf,.m,.gz"
      path="/network/versions"
      limit={limit}
      more={{ effectiveFrom }}
      fields={['effectiveFrom']}
      foot={
        <a className="button" href="/api/v1/network/template" download>
          {texts.template}
        </a>
      }
      onClose={onClose}
      onImported={onImported}
    >
      {(error) => (
        <TextField
          label={texts.from}
          type="date"
          value={effectiveFrom}
          onChange={setEffectiveFrom}
          error={faultAt(error, 'effectiveFrom')}
        />
      )}
    </ImportDialog>
  )
}
