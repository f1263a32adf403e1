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
import { type InsightTexts, useInsightTexts } from '../use-insight-texts.ts'
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
interface Canvas {
  zoom(to?: 'fit-viewport' | number, center?: 'auto'): number
  scrollToElement(elementId: string): void
}

/** Smaller than this the names in the boxes cannot be read. */
const readableZoom = 0.75

/** A process drawn from its file, with figures under the steps that have them. */
export function Drawing({ xml, activities }: { readonly xml: string; readonly activities: readonly MapActivity[] }) {
  const { t } = useTranslation('desk')
  const texts = useInsightTexts()
  const ref = useRef<HTMLDivElement>(null)
  const viewer = useRef<NavigatedViewer>(undefined)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!ref.current) return
    const drawing = new NavigatedViewer({ container: ref.current, bpmnRenderer: coloursOfThePage() })
    viewer.current = drawing
    let gone = false
    drawing
      .importXML(xml)
      .then(() => !gone && layOver(drawing, activities, texts))
      .catch(() => setFailed(!gone))
    return () => {
      gone = true
      drawing.destroy()
    }
  }, [xml, activities, texts])
  const zoom = (by: number) => {
    const canvas = viewer.current?.get<Canvas>('canvas')
    canvas?.zoom(by === 0 ? 'fit-viewport' : canvas.zoom() * by, 'auto')
  }
  const steps = [
    ['zoomIn', 1.25],
    ['zoomOut', 0.8],
    ['zoomFit', 0],
  ] as const
  if (failed) return <p role="alert">{t('notDrawn')}</p>
  return (
    <>
      <div className="row insight-pad">
        {steps.map(([name, by]) => (
          <button key={name} type="button" className="button small" onClick={() => zoom(by)}>
            {t(name)}
          </button>
        ))}
      </div>
      <section className="published-canvas" ref={ref} aria-label={texts.map.published} />
    </>
  )
}

function coloursOfThePage() {
  const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  return {
    defaultFillColor: token('--paper'),
    defaultStrokeColor: token('--ink-2'),
    defaultLabelColor: token('--ink'),
  }
}

/** Writes under each step how often it was done and how long that took, and begins where the process does. */
function layOver(drawing: NavigatedViewer, activities: readonly MapActivity[], texts: InsightTexts): void {
  const known = drawing.get<{ get(id: string): unknown }>('elementRegistry')
  const overlays = drawing.get<Overlays>('overlays')
  const done = activities.filter(({ elementId }) => known.get(elementId))
  for (const { elementId, events, handling } of done) {
    const html = document.createElement('span')
    html.className = 'published-figures'
    html.textContent = `${fill(texts.times, { count: events })} · ${showDays(handling.median, texts)}`
    overlays.add(elementId, { position: { bottom: 8, left: 4 }, html })
  }
  const canvas = drawing.get<Canvas>('canvas')
  canvas.zoom(readableZoom)
  const [first] = done
  if (first) canvas.scrollToElement(first.elementId)
}
