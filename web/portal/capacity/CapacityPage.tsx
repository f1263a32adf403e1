import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { GeoPoint } from '#kernel'
import type { PublishedOpenCapacity } from '#service/network/open-capacity'
import { ApiError } from '../../api/api-error.ts'
import { apiGet } from '../../api/client.ts'
import { showDay } from '../../ui/dates.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { CapacityList } from './CapacityList.tsx'
import { CapacityMap } from './CapacityMap.tsx'
import './capacity.css'
import { put, useCapacityTexts } from './capacity-texts.ts'
import { choosePlaces, readNeed } from './choose-places.ts'

/** 哪里还有容量: open capacity for everybody, without anything about other customers. */
export function CapacityPage() {
  const { t } = useTranslation('portal')
  const texts = useCapacityTexts()
  const published = usePublished()
  if (published.isPending) return <Loading />
  if (published.isError) return <Trouble error={published.error} retry={() => void published.refetch()} />
  return (
    <Page title={texts.title} back={{ href: '/', label: t('shell.home') }}>
      {published.data ? (
        <Published published={published.data} />
      ) : (
        <section className="section">
          <h1>{texts.unpublished}</h1>
          <p className="lead">{texts.unpublishedWhy}</p>
        </section>
      )}
    </Page>
  )
}

function Published({ published }: { readonly published: PublishedOpenCapacity }) {
  const texts = useCapacityTexts()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState<GeoPoint | 'failed'>()
  const here = from === 'failed' ? undefined : from
  const needed = readNeed(typed)
  const transformers = choosePlaces(published.distributionTransformers, needed, here)
  const feeders = choosePlaces(published.feeders, needed, undefined)
  return (
    <>
      <section className="section">
        <h1>{texts.title}</h1>
        <p className="lead">{texts.lead}</p>
        <div className="capacity-ask">
          <label>
            {texts.need}
            <input inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
          <button type="button" className="button button-second" onClick={() => find(setFrom)}>
            {texts.where}
          </button>
        </div>
        {from === 'failed' && (
          <p className="note" role="status">
            {texts.whereFailed}
          </p>
        )}
        {published.substations.length > 0 && (
          <CapacityMap published={published} transformers={transformers} from={here} />
        )}
      </section>
      <CapacityList
        title={texts.low}
        note={texts.lowNote}
        places={transformers}
        from={here}
        roomyKva={published.roomyKva}
      />
      <CapacityList
        title={texts.high}
        note={texts.highNote}
        places={feeders}
        from={undefined}
        roomyKva={published.roomyKva}
      />
      <section className="section">
        <p>{texts.mayApply}</p>
        <Link className="button" href="/">
          {texts.apply}
        </Link>
        <p className="note capacity-after">{put(texts.asOf, { day: showDay(published.effectiveFrom, language) })}</p>
      </section>
    </>
  )
}

/** The position stays in the browser: it only orders the list. */
function find(found: (from: GeoPoint | 'failed') => void): void {
  if (!('geolocation' in navigator)) {
    found('failed')
    return
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => found({ lon: coords.longitude, lat: coords.latitude }),
    () => found('failed'),
    { timeout: 10_000 },
  )
}

const usePublished = () =>
  useQuery({
    queryKey: ['open-capacity'],
    queryFn: async ({ signal }) => {
      try {
        return await apiGet<PublishedOpenCapacity>('/open-capacity', {}, signal)
      } catch (error) {
        if (error instanceof ApiError && error.code === 'no-network') return null
        throw error
      }
    },
    staleTime: 60_000,
  })
