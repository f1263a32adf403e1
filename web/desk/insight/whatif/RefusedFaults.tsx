import { ApiError } from '../../../api/api-error.ts'

/** What is wrong with each scenario, as the server says it. */
export function RefusedFaults({ error }: { readonly error: Error }) {
  if (!(error instanceof ApiError) || error.faults.length === 0) return null
  return (
    <ul className="small what-if-faults">
      {error.faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <b>{path}</b> {message}
        </li>
      ))}
    </ul>
  )
}
