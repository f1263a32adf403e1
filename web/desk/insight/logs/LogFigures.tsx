/** A few figures side by side, each under its name. */
export function LogFigures({ figures }: { readonly figures: readonly (readonly [string, string | number])[] }) {
  return (
    <dl className="log-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet small">{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
