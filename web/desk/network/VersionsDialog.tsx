import { useState } from 'react'
import type { NetworkVersion } from '#service/network/network-version'
import { showNumber } from '../../ui/numbers.ts'
import { usePeople } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { useDates } from '../words/dates.ts'
import { useGroundVersions } from './use-network.ts'
import { useNetworkTexts } from './use-network-texts.ts'

interface VersionsDialogProps {
  readonly versions: readonly NetworkVersion[]
  readonly inForce: number | undefined
  readonly onClose: () => void
}

/** Every import of the network and of the ground, newest first; none is ever changed. */
export function VersionsDialog({ versions, inForce, onClose }: VersionsDialogProps) {
  const texts = useNetworkTexts()
  const ground = useGroundVersions()
  const [shown, setShown] = useState<'network' | 'ground'>('network')
  const grounds = ground.data?.versions ?? []
  return (
    <Dialog title={texts.versions} onClose={onClose} wide>
      <nav className="segments" aria-label={texts.versions}>
        <button type="button" aria-pressed={shown === 'network'} onClick={() => setShown('network')}>
          {texts.title} {versions.length}
        </button>
        <button type="button" aria-pressed={shown === 'ground'} onClick={() => setShown('ground')}>
          {texts.ground.title} {grounds.length}
        </button>
      </nav>
      {shown === 'network' ? <Networks versions={versions} inForce={inForce} /> : <Grounds />}
    </Dialog>
  )
}

function Networks({ versions, inForce }: Omit<VersionsDialogProps, 'onClose'>) {
  const texts = useNetworkTexts()
  const { today } = useMe()
  const dates = useDates()
  const nameOf = useNameOf()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{texts.version}</th>
          <th scope="col">{texts.effectiveFrom}</th>
          <th scope="col">{texts.importedAt}</th>
          <th scope="col">{texts.importedBy}</th>
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map((each) => (
          <tr key={each.version}>
            <td>
              {each.version} {each.version === inForce && <span className="tag accent">{texts.isInForce}</span>}
              {each.effectiveFrom > today && <span className="tag">{texts.isToCome}</span>}
            </td>
            <td className="date">{each.effectiveFrom}</td>
            <td className="date">{dates.instant(each.importedAt)}</td>
            <td>{nameOf(each.importedBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Grounds() {
  const texts = useNetworkTexts()
  const dates = useDates()
  const nameOf = useNameOf()
  const versions = useGroundVersions().data?.versions ?? []
  if (versions.length === 0) return <p className="quiet">{texts.ground.none}</p>
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{texts.version}</th>
          <th scope="col">{texts.ground.fileName}</th>
          <th scope="col" className="number">
            {texts.ground.shapes}
          </th>
          <th scope="col">{texts.importedAt}</th>
          <th scope="col">{texts.importedBy}</th>
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map((each, at) => (
          <tr key={each.version}>
            <td>
              {each.version} {at === 0 && <span className="tag accent">{texts.isInForce}</span>}
            </td>
            <td translate="no">{each.fileName}</td>
            <td className="number">{showNumber(each.features)}</td>
            <td className="date">{dates.instant(each.importedAt)}</td>
            <td>{nameOf(each.importedBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useNameOf(): (by: string) => string {
  const texts = useNetworkTexts()
  const { data: people } = usePeople()
  return (by) => {
    const [kind, id = ''] = by.split(':')
    if (kind !== 'staff') return texts.bySystem
    return people ? (people.staff.find((person) => person.staffId === id)?.name ?? id) : ''
  }
}
