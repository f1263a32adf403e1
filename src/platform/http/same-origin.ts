const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * May this request change something? (ASVS 3.5.1; beside SameSite cookies.) Every browser of today sends `Sec-Fetch-Site`
 * or, with a changing method, `Origin`; a request with neither comes from a program, which no other site can steer.
 */
export function isSameOrigin(request: Request, publicUrl: string | undefined): boolean {
  if (safeMethods.has(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.get('origin')
  if (origin === null) return true
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true
  const host = request.headers.get('host') ?? new URL(request.url).host
  return URL.canParse(origin) && new URL(origin).host === host
}
