import { Link } from 'wouter'
import type { CaseRow } from '#service/insight/reports/case-rows'

interface CaseLinesProps {
  readonly rows: readonly CaseRow[]
  /** What stands at the end of a line. */
  readonly note: (row: CaseRow) => string
}

/** Cases behind a number, one line each, leading to the case. */
export function CaseLines({ rows, note }: CaseLinesProps) {
  return (
    <ul className="case-lines">
      {rows.map((row) => (
        <li key={row.caseId}>
          <Link href={`/cases/${row.caseId}`} className="number">
            {row.caseNumber}
          </Link>
          <span className="cut" title={row.address}>
            {row.customerName}
          </span>
          <span className="quiet small">{note(row)}</span>
        </li>
      ))}
    </ul>
  )
}
