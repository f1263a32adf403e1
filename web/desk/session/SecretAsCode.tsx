import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** The library comes only when an account is set up. */
const drawCode = async (text: string): Promise<string> => {
  const { renderSVG } = await import('uqr')
  return renderSVG(text, { border: 2, ecc: 'M', blackColor: '#000', whiteColor: '#fff' })
}

/** The authenticator's secret as a QR code, to be read by the phone; dark on white in every theme, for cameras. */
export function SecretAsCode({ uri }: { readonly uri: string }) {
  const { t } = useTranslation('desk')
  const { data: drawing } = useQuery({
    queryKey: ['qr', uri],
    queryFn: () => drawCode(uri),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (!drawing) return <span className="qr" aria-hidden="true" />
  return (
    <img className="qr" alt={t('setUp.qr')} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`} />
  )
}
