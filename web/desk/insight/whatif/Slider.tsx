import { useId } from 'react'

interface SliderProps {
  readonly label: string
  readonly shown: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onChange: (value: number) => void
}

/** A number between two bounds, with what it means beside it. */
export function Slider({ label, shown, value, min, max, step = 1, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className="lever">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="number">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        aria-valuetext={shown}
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
