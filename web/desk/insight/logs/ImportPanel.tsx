import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ImportedLog } from '#service/insight/logs/imported-log'
import { apiPost } from '../../../api/client.ts'
import { toBase64 } from '../../../api/to-base64.ts'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { FaultRows } from './FaultRows.tsx'
import { type GuideField, guessGuide, guideFields, neededFields, readHeader } from './read-header.ts'

interface Chosen {
  readonly file: File
  /** Of a CSV file that is not packed. */
  readonly columns: readonly string[]
  readonly delimiter: string
}
type Guide = Partial<Record<GuideField, string>>

const headerBytes = 65_536
const shanghaiMinutes = 480

/** Brings in a log: a CSV file with a guide of which column tells what; all of it, or nothing with the list of faulty rows. */
export function ImportPanel({ onImported }: { readonly onImported: (logId: string) => void }) {
  const texts = useInsightTexts()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>()
  const [guide, setGuide] = useState<Guide>({})
  const bring = useMutation({
    mutationFn: async ({ file, columns, delimiter }: Chosen) =>
      await apiPost<ImportedLog & { warnings: number }>('/insight/logs', {
        file: file.name,
        contentBase64: await toBase64(file),
        guide: columns.length > 0 ? { ...guide, delimiter, offsetMinutes: shanghaiMinutes } : {},
      }),
    onSuccess: async ({ logId }) => {
      await queries.invalidateQueries({ queryKey: ['insight', 'logs'] })
      onImported(logId)
    },
  })
  const choose = async (file: File | undefined) => {
    bring.reset()
    if (!file) return setChosen(undefined)
    const isCsv = /\.csv$/i.test(file.name)
    const header = isCsv ? readHeader(await file.slice(0, headerBytes).text()) : { columns: [], delimiter: ',' }
    setGuide(guessGuide(header.columns))
    setChosen({ file, ...header })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) bring.mutate(chosen)
  }
  const isGuided = !chosen || chosen.columns.length === 0 || neededFields.every((field) => guide[field])
  return (
    <section className="card" aria-label={texts.logs.bring}>
      <h2>{texts.logs.bring}</h2>
      <p className="quiet small">{texts.logs.bringWhat}</p>
      <form className="log-import" onSubmit={submit}>
        <label className="field">
          <span>{texts.logs.file}</span>
          <input
            type="file"
            accept=".xes,.gz,.csv"
            onChange={(event) => void choose(event.target.files?.[0] ?? undefined)}
          />
        </label>
        {chosen && chosen.columns.length > 0 && (
          <fieldset className="log-guide">
            <legend className="small">{texts.logs.guide}</legend>
            {guideFields.map((field) => (
              <label key={field} className="field">
                <span>{texts.logs.columns[field]}</span>
                <select
                  value={guide[field] ?? ''}
                  required={neededFields.includes(field)}
                  onChange={(event) => setGuide(changed(guide, field, event.target.value))}
                >
                  <option value="">{texts.none}</option>
                  {chosen.columns.map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" className="button" disabled={!chosen || !isGuided || bring.isPending}>
          {bring.isPending ? texts.logs.bringing : texts.logs.bring}
        </button>
      </form>
      {bring.isError && <FaultRows error={bring.error} />}
      {bring.isSuccess && (
        <p role="status">{fill(texts.logs.brought, { cases: bring.data.cases, events: bring.data.events })}</p>
      )}
    </section>
  )
}

function changed(guide: Guide, field: GuideField, column: string): Guide {
  const { [field]: _, ...others } = guide
  return column === '' ? others : { ...others, [field]: column }
}
