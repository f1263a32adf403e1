/** A sentence with its figures in bold: a number with the unit or sign of currency beside it. */
export function Figures({ text }: { readonly text: string }) {
  const parts = text.split(/(¥?\d[\d,.]*(?:[\u00a0 ]?(?:kVA|kV|V|元))?)/)
  return (
    <>
      {parts.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, in their order
        index % 2 === 1 ? <b key={index}>{part}</b> : part,
      )}
    </>
  )
}
