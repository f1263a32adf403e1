import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../../ui/form/FieldFrame.tsx'
import { FilesField } from '../../ui/form/fields/FilesField.tsx'
import { useFormContext } from '../../ui/form/form-context.ts'
import { type FormValues, valueAt } from '../../ui/form/form-values.ts'
import type { Need } from '../home/needs.ts'
import { Loading } from '../shell/Loading.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { shapeAt } from './use-application.ts'
import { useProofs } from './use-choices.ts'

interface ProofFieldProps {
  readonly need: Need
  readonly values: FormValues
}

/** The one proof: which, then its photo or file. */
export function ProofField({ need, values }: ProofFieldProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const { set } = useFormContext()
  const { id, aria } = useFieldIds('documents.0.document')
  const proofs = useProofs(need, values)
  if (proofs.isPending) return <Loading />
  if (proofs.isError) return <Trouble error={proofs.error} retry={() => void proofs.refetch()} />
  const chosen =
    valueAt(values, 'documents.0.document') ?? (proofs.data.length === 1 ? proofs.data[0]?.document : undefined)
  const file = shapeAt('documents.file')
  return (
    <>
      <FieldFrame path="documents" isRequired isSet label={t('apply.proofKind')}>
        <div className="choices" {...aria}>
          {proofs.data.map((proof) => (
            <label key={proof.document} className="choice">
              <input
                type="radio"
                name={id}
                checked={chosen === proof.document}
                onChange={() => set('documents.0.document', proof.document)}
              />
              <span>{language === 'en' ? proof.nameEn : proof.nameZh}</span>
            </label>
          ))}
        </div>
      </FieldFrame>
      {chosen !== undefined && (
        <FilesField
          shape={{ ...file, kind: 'file' }}
          path="documents.0.file"
          value={valueAt(values, 'documents.0.file')}
        />
      )}
    </>
  )
}
