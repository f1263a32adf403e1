import type { ApiError } from '../../api/api-error.ts'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { fill } from '../words/room-words.ts'
import { placeInFile } from './place-in-file.ts'
import { useNetworkTexts } from './use-network-texts.ts'

/** Every fault of the file, by row and column, in the order of the file. */
export function FileFaults({ error }: { readonly error: ApiError }) {
  const texts = useNetworkTexts()
  return (
    <div className="refused" role="alert">
      <p>{fill(texts.faults, { count: error.faults.length })}</p>
      <ScrollRegion className="network-faults" label={texts.fault}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {texts.faultLine}
              </th>
              <th scope="col">{texts.faultColumn}</th>
              <th scope="col">{texts.fault}</th>
            </tr>
          </thead>
          <tbody>
            {error.faults.map(({ path, code, message }) => {
              const place = placeInFile(path)
              return (
                <tr key={`${path} ${code} ${message}`}>
                  <td className="number">{place.line ?? '—'}</td>
                  <td translate="no">{place.column}</td>
                  <td>{message}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
