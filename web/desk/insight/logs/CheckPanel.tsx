import { useMutation } from '@tanstack/react-query'
import type { Fitness } from '#service/insight/logs/log-report'
import { apiPost } from '../../../api/client.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { FaultRows } from './FaultRows.tsx'
import { FitnessFigures } from './FitnessFigures.tsx'

/** Compares the log with a model somebody drew. */
export function CheckPanel({ logId }: { readonly logId: string }) {
  const texts = useInsightTexts()
  const check = useMutation({
    mutationFn: async (file: File) =>
      await apiPost<Fitness>(`/insight/logs/${logId}/check`, { file: file.name, text: await file.text() }),
  })
  return (
    <section className="card" aria-label={texts.logs.check}>
      <h2>{texts.logs.check}</h2>
      <p className="quiet small">{texts.logs.checkWhat}</p>
      <label className="field">
        <span>{texts.logs.model}</span>
        <input
          type="file"
          accept=".pnml,.bpmn"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) check.mutate(file)
          }}
        />
      </label>
      {check.isPending && <p role="status">{texts.logs.checking}</p>}
      {check.isError && <FaultRows error={check.error} />}
      {check.isSuccess && <FitnessFigures fitness={check.data} />}
    </section>
  )
}
