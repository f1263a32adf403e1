import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ImportedNetwork } from '#service/network/network-room'
import type { TerrainVersion } from '#service/terrain/terrain-version'
import { holds, useMe } from '../data/use-me.ts'
import { featureNamed, type MapFeatures } from '../map/map-features.ts'
import { NetworkMap } from '../map/NetworkMap.tsx'
import type { PickedElement } from '../map/picked-element.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { fill } from '../words/room-words.ts'
import { CapacityTables } from './CapacityTables.tsx'
import { GroundImport } from './GroundImport.tsx'
import { loadingsOf } from './loadings.ts'
import './network.css'
import { NetworkImport } from './NetworkImport.tsx'
import { PickedCard } from './PickedCard.tsx'
import { useGround, useNetworkMap, useOpenCapacity, useVersions } from './use-network.ts'
import { useNetworkTexts } from './use-network-texts.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

type Open = 'import' | 'ground' | 'versions' | undefined

/** 电网: the network in force on a map, its open capacity beside it, and how it got here. */
export function NetworkPage() {
  const { t } = useTranslation('desk')
  const texts = useNetworkTexts()
  const { actor } = useMe()
  const versions = useVersions()
  const capacity = useOpenCapacity()
  const [open, setOpen] = useState<Open>()
  const [imported, setImported] = useState<ImportedNetwork>()
  const [ground, setGround] = useState<TerrainVersion>()
  useEffect(() => {
    document.title = `${texts.title} · ${t('product')}`
  }, [t, texts])
  if (versions.isPending || capacity.isPending) return <Skeleton lines={8} label={t('loading')} />
  const failed = [versions, capacity].find((query) => query.isError)
  if (failed?.error) return <Failure error={failed.error} retry={() => void failed.refetch()} />
  const report = capacity.data ?? undefined
  const mayImport = holds(actor, 'administrator', 'designer')
  return (
    <div className="page network">
      <header className="page-head">
        <h1>{texts.title}</h1>
        {report && (
          <span className="quiet small">
            {fill(texts.inForce, { version: report.version, from: report.effectiveFrom })}
          </span>
        )}
        <span className="row network-acts">
          {report && (
            <Link className="button" href="/network/reservations">
              {texts.reservations}
            </Link>
          )}
          {(versions.data?.versions.length ?? 0) > 0 && (
            <button type="button" className="button" onClick={() => setOpen('versions')}>
              {texts.versions}
            </button>
          )}
          {mayImport && report && (
            <button type="button" className="button" onClick={() => setOpen('ground')}>
              {texts.ground.import}
            </button>
          )}
          {mayImport && (
            <button type="button" className="button primary" onClick={() => setOpen('import')}>
              {texts.import}
            </button>
          )}
        </span>
      </header>
      {imported && (
        <p className="notice" role="status">
          {fill(texts.imported, { version: imported.version, from: imported.effectiveFrom })}
          {imported.absorbed > 0 && ` ${fill(texts.absorbed, { count: imported.absorbed })} `}
          {imported.absorbed > 0 && <Link href="/network/reservations?list=absorbed">{texts.seeAbsorbed}</Link>}
          {imported.offered > 0 && ` ${fill(texts.offered, { count: imported.offered })}`}
        </p>
      )}
      {report ? <NetworkInForce report={report} /> : <NoNetwork mayImport={mayImport} />}
      {ground && (
        <p className="notice" role="status">
          {fill(texts.ground.imported, { version: ground.version, shapes: ground.features })}
        </p>
      )}
      {open === 'import' && versions.data && (
        <NetworkImport limit={versions.data.limit} onClose={() => setOpen(undefined)} onImported={setImported} />
      )}
      {open === 'ground' && versions.data && (
        <GroundImport limit={versions.data.limit} onClose={() => setOpen(undefined)} onImported={setGround} />
      )}
      {open === 'versions' && (
        <VersionsDialog
          versions={versions.data?.versions ?? []}
          inForce={report?.version}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

type Report = NonNullable<ReturnType<typeof useOpenCapacity>['data']>

function NetworkInForce({ report }: { readonly report: Report }) {
  const { t } = useTranslation('desk')
  const map = useNetworkMap(report.version)
  const ground = useGround(report.version)
  const loadings = useMemo(() => loadingsOf(report), [report])
  const [picked, setPicked] = useState<PickedElement>()
  const [focus, setFocus] = useState<MapFeatures>()
  const show = (name: string) => {
    const found = map.data && featureNamed(map.data, name)
    if (found) setFocus({ type: 'FeatureCollection', features: found })
  }
  return (
    <div className="network-columns">
      <div className="network-map">
        {map.isPending && <Skeleton lines={8} label={t('loading')} />}
        {map.isError && <Failure error={map.error} retry={() => void map.refetch()} />}
        {map.data?.hasPlaces === false && <NoPlaces />}
        {map.data && map.data.hasPlaces !== false && (
          <NetworkMap
            network={map.data}
            loadings={loadings}
            ground={ground.data ?? undefined}
            focus={focus}
            onPick={setPicked}
          >
            {picked && <PickedCard picked={picked} report={report} onClose={() => setPicked(undefined)} />}
          </NetworkMap>
        )}
      </div>
      <CapacityTables report={report} onShow={map.data?.hasPlaces === false ? undefined : show} />
    </div>
  )
}

/** A network whose file has no positions: what works all the same, and what does not. */
function NoPlaces() {
  const texts = useNetworkTexts()
  return (
    <div className="empty">
      <p className="empty-title">{texts.noPlaces}</p>
      <p className="quiet">{texts.noPlacesWhy}</p>
    </div>
  )
}

function NoNetwork({ mayImport }: { readonly mayImport: boolean }) {
  const texts = useNetworkTexts()
  return (
    <div className="empty">
      <p className="empty-title">{texts.empty}</p>
      <p className="quiet">{mayImport ? texts.emptyWhy : texts.emptyAsk}</p>
      <a className="button" href="/api/v1/network/template" download>
        {texts.template}
      </a>
    </div>
  )
}
