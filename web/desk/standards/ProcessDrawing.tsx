import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './process-drawing.css'

interface ProcessDrawingProps {
  readonly xml: string
  readonly active?: readonly string[]
  readonly done?: readonly string[]
}

interface Canvas {
  zoom(to?: 'fit-viewport' | number, center?: 'auto'): number
  addMarker(element: string, marker: string): void
  viewbox(): { readonly outer: { readonly width: number; readonly height: number } }
  viewbox(box: Omit<Shape, 'id' | 'type'>): void
}

interface Shape {
  readonly id: string
  readonly type: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface ElementRegistry {
  get(id: string): Shape | undefined
  filter(test: (element: Shape) => boolean): readonly Shape[]
}

const nothing: readonly string[] = []
/** Smaller than this the names in the boxes cannot be read. */
const readableZoom = 0.75

/** A BPMN file as it is drawn, to move and to zoom; finished elements tinted, the present ones ringed and in sight. */
export function ProcessDrawing({ xml, active = nothing, done = nothing }: ProcessDrawingProps) {
  const { t } = useTranslation('desk')
  const ref = useRef<HTMLDivElement>(null)
  const viewer = useRef<NavigatedViewer>(undefined)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!ref.current) return
    const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    const drawing = new NavigatedViewer({
      container: ref.current,
      bpmnRenderer: {
        defaultFillColor: token('--paper'),
        defaultStrokeColor: token('--ink-2'),
        defaultLabelColor: token('--ink'),
      },
    })
    viewer.current = drawing
    let gone = false
    drawing
      .importXML(xml)
      .then(() => !gone && show(drawing, active, done))
      .catch(() => setFailed(!gone))
    return () => {
      gone = true
      drawing.destroy()
    }
  }, [xml, active, done])
  const zoom = (by: number) => {
    const canvas = viewer.current?.get<Canvas>('canvas')
    canvas?.zoom(by === 0 ? 'fit-viewport' : canvas.zoom() * by, 'auto')
  }
  return (
    <figure className="drawing">
      <div className="drawing-tools">
        <button type="button" className="button small" onClick={() => zoom(1.25)}>
          {t('zoomIn')}
        </button>
        <button type="button" className="button small" onClick={() => zoom(0.8)}>
          {t('zoomOut')}
        </button>
        <button type="button" className="button small" onClick={() => zoom(0)}>
          {t('zoomFit')}
        </button>
      </div>
      {failed ? <p role="alert">{t('notDrawn')}</p> : null}
      <section className="drawing-canvas" ref={ref} aria-label={t('drawing')} />
    </figure>
  )
}

function show(drawing: NavigatedViewer, active: readonly string[], done: readonly string[]): void {
  const canvas = drawing.get<Canvas>('canvas')
  const registry = drawing.get<ElementRegistry>('elementRegistry')
  const known = (elements: readonly string[]) => elements.filter((element) => registry.get(element))
  for (const element of known(done)) canvas.addMarker(element, 'is-done')
  for (const element of known(active)) canvas.addMarker(element, 'is-active')
  if (canvas.zoom('fit-viewport', 'auto') >= readableZoom) return
  const start = registry.filter((element) => element.type === 'bpmn:StartEvent')[0]
  const inSight = registry.get(known(active)[0] ?? start?.id ?? '')
  if (!inSight) return
  const { outer } = canvas.viewbox()
  const [width, height] = [outer.width / readableZoom, outer.height / readableZoom]
  // A start stands at the left edge with everything before it; a step that is open now in the middle.
  const x = active.length > 0 ? inSight.x + inSight.width / 2 - width / 2 : inSight.x - 40
  canvas.viewbox({ x, y: inSight.y + inSight.height / 2 - height / 2, width, height })
}
