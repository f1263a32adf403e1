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
  zoom(to: 'fit-viewport' | number, center?: 'auto'): number
  addMarker(element: string, marker: string): void
}

const nothing: readonly string[] = []

/** A BPMN file as it is drawn, to move and to zoom; finished elements tinted, the present ones ringed. */
export function ProcessDrawing({ xml, active = nothing, done = nothing }: ProcessDrawingProps) {
  const { t } = useTranslation('desk')
  const ref = useRef<HTMLDivElement>(null)
  const viewer = useRef<NavigatedViewer>(undefined)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!ref.current) return
    const drawing = new NavigatedViewer({ container: ref.current })
    viewer.current = drawing
    let gone = false
    drawing
      .importXML(xml)
      .then(() => {
        if (gone) return
        const canvas = drawing.get<Canvas>('canvas')
        canvas.zoom('fit-viewport', 'auto')
        const mark = (elements: readonly string[], marker: string) => {
          for (const element of elements) {
            if (drawing.get<{ get(id: string): unknown }>('elementRegistry').get(element))
              canvas.addMarker(element, marker)
          }
        }
        mark(done, 'is-done')
        mark(active, 'is-active')
      })
      .catch(() => setFailed(!gone))
    return () => {
      gone = true
      drawing.destroy()
    }
  }, [xml, active, done])
  const zoom = (by: number) => {
    const canvas = viewer.current?.get<Canvas & { zoom(): number }>('canvas')
    if (canvas) canvas.zoom(by === 0 ? 'fit-viewport' : canvas.zoom() * by, 'auto')
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
      <div className="drawing-canvas" ref={ref} role="img" aria-label={t('drawing')} />
    </figure>
  )
}
