import { lazy, Suspense, useRef, useState } from 'react'
import type { ProcessMap } from '#service/insight/reports/process-map'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { fill, useStepWords } from '../../words/room-words.ts'
import type { CaseQuestion } from '../CasesBehind.tsx'
import { DownloadLink } from '../DownloadLink.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { Selection } from '../use-reports.ts'
import { MapLegend } from './MapLegend.tsx'
import { MapPicture } from './MapPicture.tsx'
import { MapTable } from './MapTable.tsx'
import { type MapDetail, type MapForm, MapTools } from './MapTools.tsx'
import { savePicture } from './save-picture.ts'
import type { Measure } from './scale.ts'

const PublishedMap = lazy(async () => ({ default: (await import('./PublishedMap.tsx')).PublishedMap }))

const ReplaySection = lazy(async () => ({ default: (await import('../replay/ReplaySection.tsx')).ReplaySection }))

interface MapSectionProps {
  readonly map: ProcessMap
  readonly selection: Selection
  readonly detail: MapDetail
  readonly onDetail: (detail: MapDetail) => void
  readonly onAsk: (question: CaseQuestion) => void
}

/** What happened as a picture, as figures, or laid over the published process. */
export function MapSection({ map, selection, detail, onDetail, onAsk }: MapSectionProps) {
  const texts = useInsightTexts()
  const stepWords = useStepWords()
  const [measure, setMeasure] = useState<Measure>('count')
  const [form, setForm] = useState<MapForm>('picture')
  const picture = useRef<SVGSVGElement>(null)
  const words = (elementId: string) => {
    const step = map.activities.find((each) => each.elementId === elementId)
    return step ? stepWords(elementId, step.useCase, step.name) : elementId
  }
  const counts = { steps: map.activities.length, paths: map.paths.length }
  return (
    <section className="insight-map" aria-label={texts.view.process}>
      <MapTools
        measure={measure}
        onMeasure={setMeasure}
        form={form}
        onForm={setForm}
        detail={detail}
        onDetail={onDetail}
      >
        <DownloadLink report="steps" name={texts.table.step} selection={selection} />
        {form === 'picture' && (
          <button
            type="button"
            className="button small"
            onClick={() => void (picture.current && savePicture(picture.current, texts.title))}
          >
            {texts.savePicture}
          </button>
        )}
      </MapTools>
      {map.activities.length === 0 && <p className="empty-title insight-pad">{texts.emptySelection}</p>}
      {map.activities.length > 0 && form === 'picture' && (
        <>
          <MapLegend measure={measure} activities={map.activities} />
          <ScrollRegion className="map-scroll" label={fill(texts.map.name, counts)}>
            <MapPicture map={map} measure={measure} words={words} onAsk={onAsk} ref={picture} />
          </ScrollRegion>
        </>
      )}
      {map.activities.length > 0 && form === 'replay' && (
        <Suspense fallback={<Skeleton lines={8} label={texts.loading} />}>
          <ReplaySection map={map} selection={selection} words={words} />
        </Suspense>
      )}
      {form === 'table' && <MapTable map={map} words={words} onAsk={onAsk} />}
      {form === 'published' && (
        <Suspense fallback={<Skeleton lines={8} label={texts.loading} />}>
          <PublishedMap selection={selection} />
        </Suspense>
      )}
      <p className="quiet small insight-pad">{texts.map.meaning}</p>
    </section>
  )
}
