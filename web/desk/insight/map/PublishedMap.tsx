import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapActivity } from '#service/insight/reports/process-map'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useCaseWords } from '../../words/case-words.ts'
import { fill } from '../../words/room-words.ts'
import { showDays } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Selection, usePublished } from '../use-reports.ts'

/** The published process of the chosen variant, each step with what happened at it. */
export function PublishedMap({ selection }: { readonly selection: Selection }) {
  const texts = useInsightTexts()
  const words = useCaseWords()
  const found = usePublished(selection, selection.variant !== undefined)
  if (selection.variant === undefined) return <p className="empty-title insight-pad">{texts.map.noPublished}</p>
  if (found.isPending) return <Skeleton lines={8} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { process, xml, cases, otherVersions, activities } = found.data
  if (!process || !xml) return <p className="empty-title insight-pad">{texts.emptySelection}</p>
  return (
    <figure className="published">
      <figcaption className="small quiet insight-pad">
        {fill(texts.map.version, { name: words.variant(process.name), version: process.version, cases })}
        {otherVersions > 0 && fill(texts.map.otherVersions, { cases: otherVersions })}
      </figcaption>
      <Drawing xml={xml} activities={activities} />
    </figure>
  )
}

interface Overlays {
  add(elementId: string, overlay: { position: { bottom: number; left: number }; html: HTMLElement }): void
}

function Drawing({ xml, activities }: { readonly xml: string; readonly activities: readonly MapActivity[] }) {
  const { t } = useTranslation('desk')
  const texts = useInsightTexts()
  const ref = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!ref.current) return
    const viewer = new NavigatedViewer({ container: ref.current })
    let gone = false
    viewer
      .importXML(xml)
      .then(() => {
        if (gone) return
        viewer.get<{ zoom(to: 'fit-viewport', center: 'auto'): void }>('canvas').zoom('fit-viewport', 'auto')
        const known = viewer.get<{ get(id: string): unknown }>('elementRegistry')
        for (const { elementId, events, handling } of activities) {
          if (!known.get(elementId)) continue
          const html = document.createElement('span')
          html.className = 'published-figures'
          html.textContent = `${fill(texts.times, { count: events })} · ${showDays(handling.median, texts)}`
          viewer.get<Overlays>('overlays').add(elementId, { position: { bottom: 8, left: 4 }, html })
        }
      })
      .catch(() => setFailed(!gone))
    return () => {
      gone = true
      viewer.destroy()
    }
  }, [xml, activities, texts])
  if (failed) return <p role="alert">{t('notDrawn')}</p>
  return <div className="published-canvas" ref={ref} role="img" aria-label={texts.map.published} />
}
