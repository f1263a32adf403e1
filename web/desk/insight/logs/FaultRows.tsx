import { ApiError } from '../../../api/api-error.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'

/** Why a file was refused, and every place that is wrong. */
export function FaultRows({ error }: { readonly error: Error }) {
  const texts = useInsightTexts()
  const faults = error instanceof ApiError ? error.faults : []
  return (
    <div role="alert">
      <p className="is-late">{error.message}</p>
      {faults.length > 0 && (
        <ScrollRegion className="table-scroll fault-rows" label={texts.logs.faults}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{texts.logs.place}</th>
                <th scope="col">{texts.logs.wrong}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map(({ path, message }) => (
                <tr key={`${path} ${message}`}>
                  <th scope="row">{path}</th>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  )
}
