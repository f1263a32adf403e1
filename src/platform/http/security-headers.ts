/** Where the page may send requests besides our own origin, such as a map server. */
export interface SecurityHeaderOptions {
  /** The address people use; `https:` turns on HSTS (ASVS 3.4.1). */
  readonly publicUrl?: string
  readonly connectOrigins?: readonly string[]
}

/**
 * Headers every answer carries (ASVS 3.4.1 to 3.4.6). Styles may be inline, as the libraries that draw diagrams and
 * charts write theirs into the page while they run; scripts may not, and nothing may be evaluated from text.
 */
export function securityHeaders(options: SecurityHeaderOptions): readonly (readonly [string, string])[] {
  const elsewhere = (options.connectOrigins ?? []).join(' ')
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${elsewhere}`.trim(),
    "font-src 'self' data:",
    `connect-src 'self' ${elsewhere}`.trim(),
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers: (readonly [string, string])[] = [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=()'],
  ]
  if (options.publicUrl?.startsWith('https:')) {
    headers.push(['strict-transport-security', 'max-age=31536000; includeSubDomains'])
  }
  return headers
}
