const masked: Readonly<Record<string, (text: string) => string>> = {
  phone: (text) => text.replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2'),
  idNumber: (text) =>
    text.includes('*') ? text : `${text.slice(0, 4)}${'*'.repeat(Math.max(0, text.length - 6))}${text.slice(-2)}`,
}

/** A fact's body as it may be shown: phone and identity numbers masked at any depth (ASVS 14.2.6, GB/T 35273). */
export function maskBody(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, maskValue(key, value)]))
}

function maskValue(key: string, value: unknown): unknown {
  if (typeof value === 'string') return masked[key]?.(value) ?? value
  if (Array.isArray(value)) return value.map((entry) => maskValue(key, entry))
  if (typeof value === 'object' && value !== null) return maskBody(value as Record<string, unknown>)
  return value
}
