import type { SourceDescription } from '#power'
import { fill } from '../words/room-words.ts'
import { usePlanTexts } from './use-plan-texts.ts'

interface VoltageProfileProps {
  readonly source: Pick<SourceDescription, 'voltageProfile' | 'checks'>
  readonly voltageKv: number
}

const [width, height] = [360, 150]
const [left, right, top, bottom] = [40, 8, 10, 28]
/**
 * Voltage from the substation to the access point, in kV over km, within the band that the customer's voltage was checked
 * against; nothing where there is no way or it was not checked.
 */
export function VoltageProfile({ source: { voltageProfile: profile, checks }, voltageKv }: VoltageProfileProps) {
  const texts = usePlanTexts()
  const check = checks.find(({ rule }) => rule === 'proof.customerVoltage')
  if (!check || profile.length < 2) return null
  const band = check.limit / 100
  const farM = Math.max(...profile.map((place) => place.lengthM), 1)
  const [low, high] = [voltageKv * (1 - band), voltageKv * (1 + band)]
  const x = (lengthM: number) => left + (lengthM / farM) * (width - left - right)
  const y = (kv: number) => top + ((high - kv) / (high - low)) * (height - top - bottom)
  const kvOf = (pu: number) => pu * voltageKv
  const last = profile.at(-1)
  const said = fill(texts.atCustomer, { kv: kvOf(last?.voltagePu ?? 0).toFixed(2) })
  const line = profile.map(({ lengthM, voltagePu }) => `${x(lengthM)},${y(kvOf(voltagePu))}`).join(' ')
  return (
    <figure className="profile">
      <figcaption>
        <b>{texts.profile}</b> <span className="small">{said}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${texts.profile}，${said}`}>
        <rect x={left} y={y(high)} width={width - left - right} height={y(low) - y(high)} className="profile-band" />
        {[low, voltageKv, high].map((kv) => (
          <g key={kv}>
            <path d={`M${left} ${y(kv)}H${width - right}`} className="profile-grid" />
            <text x={left - 6} y={y(kv) + 4} textAnchor="end">
              {kv.toFixed(1)}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((share) => (
          <text
            key={share}
            x={x(farM * share)}
            y={height - 12}
            textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
          >
            {((farM * share) / 1000).toFixed(1)}
          </text>
        ))}
        <polyline points={line} className="profile-line" />
        {last && (
          <rect x={x(last.lengthM) - 4} y={y(kvOf(last.voltagePu)) - 4} width={8} height={8} className="profile-end" />
        )}
        <text x={width - right} y={height - 1} textAnchor="end">
          {texts.profileAxis}
        </text>
        <text x={4} y={10}>
          kV
        </text>
      </svg>
      <details>
        <summary className="small">{texts.asTable}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {texts.profileAxis}
              </th>
              <th scope="col" className="number">
                kV
              </th>
            </tr>
          </thead>
          <tbody>
            {profile.map(({ lengthM, voltagePu }) => (
              <tr key={lengthM}>
                <td className="number">{(lengthM / 1000).toFixed(2)}</td>
                <td className="number">{kvOf(voltagePu).toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
