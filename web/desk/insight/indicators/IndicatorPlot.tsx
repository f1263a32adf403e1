import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { IndicatorReport } from '#service/insight/reports/indicator-report'
import { fill } from '../../words/room-words.ts'
import { savePicture } from '../map/save-picture.ts'
import { useInsightTexts } from '../use-insight-texts.ts'

use([BarChart, GridComponent, SVGRenderer])

interface IndicatorPlotProps {
  readonly name: string
  readonly unit: string
  readonly indicatorKey: string
  readonly byMonth: IndicatorReport['byMonth']
}

/** One indicator by month; its figures stand in the table below. */
export function IndicatorPlot({ name, unit, indicatorKey, byMonth }: IndicatorPlotProps) {
  const texts = useInsightTexts()
  const ref = useRef<HTMLDivElement>(null)
  const title = fill(texts.indicators.plot, { name })
  useEffect(() => {
    if (!ref.current) return
    const token = (key: string) => getComputedStyle(document.documentElement).getPropertyValue(key)
    const plot = init(ref.current, null, { renderer: 'svg' })
    const factor = unit === '%' ? 100 : 1
    const values = byMonth.map(({ values: ofMonth }) => {
      const value = ofMonth.find((each) => each.key === indicatorKey)?.value
      return value === null || value === undefined ? null : Math.round(value * factor * 10) / 10
    })
    const letters = { color: token('--ink-2'), fontFamily: getComputedStyle(document.body).fontFamily }
    plot.setOption({
      animation: false,
      textStyle: letters,
      grid: { left: 48, right: 16, top: 32, bottom: 32 },
      xAxis: { type: 'category', data: byMonth.map(({ month }) => month), axisLabel: letters },
      yAxis: {
        type: 'value',
        name: unit,
        nameTextStyle: letters,
        axisLabel: letters,
        splitLine: { lineStyle: { color: token('--line') } },
        ...(unit === '%' ? { max: 100 } : {}),
      },
      series: [
        {
          type: 'bar',
          data: values,
          barMaxWidth: 48,
          itemStyle: { color: token('--accent') },
          label: { show: true, position: 'top', ...letters },
        },
      ],
    })
    const fit = () => plot.resize()
    window.addEventListener('resize', fit)
    return () => {
      window.removeEventListener('resize', fit)
      plot.dispose()
    }
  }, [unit, indicatorKey, byMonth])
  const save = () => {
    const picture = ref.current?.querySelector('svg')
    if (picture) void savePicture(picture, title)
  }
  return (
    <section className="card" aria-label={title}>
      <header className="row">
        <h2>{title}</h2>
        <span className="push" />
        <button type="button" className="button small" onClick={save}>
          {texts.savePicture}
        </button>
      </header>
      <div className="plot" ref={ref} role="img" aria-label={title} />
    </section>
  )
}
