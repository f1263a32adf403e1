import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryRequest, judgeAnswer } from './fuzz-requests.ts'
import { createSampleApp } from './sample-app.ts'

const { app, log } = createSampleApp()
const description = await (await app.request('/api/openapi.json')).json()
const isApi = (path: string): boolean => path.startsWith('/api/v1/') && !path.startsWith('/api/v1/files')

/** Sends made-up requests as staff or customer, and gives the first complaint. */
async function findComplaint(known: Record<string, string[]>, runs: number): Promise<string | undefined> {
  let complaint: string | undefined
  const property = fc.asyncProperty(
    arbitraryRequest(description, known, isApi),
    fc.constantFrom('staff', 'customer', ''),
    async (request, as) => {
      const { method, path, body } = request
      const headers = { ...request.headers, 'x-actor': as }
      const reply = await app.request(path, { method, headers, ...(body === undefined ? {} : { body }) })
      complaint = judgeAnswer(request, { status: reply.status, text: await reply.text() })
      return complaint === undefined
    },
  )
  const result = await fc.check(property, { numRuns: runs, seed: 20261123, endOnFailure: true })
  return result.failed ? `${complaint} for ${JSON.stringify(result.counterexample)}` : undefined
}

describe('made-up requests', () => {
  it('get no answer that is our fault', async () =>
    expect(await findComplaint({ caseId: ['1'] }, 3000)).toBeUndefined())

  it('would have found one', async () =>
    expect(await findComplaint({ caseId: ['1', 'bug'] }, 3000)).toContain('status 500'))

  it('reached every route, and got through some of them', () => {
    const requests = log.filter((line) => line.event === 'request')
    const reached = new Set(requests.filter((line) => line.status === 200).map((line) => line.route))
    expect([...reached]).toEqual(
      expect.arrayContaining(['cases.list', 'cases.show', 'cases.accept', 'tasks.survey', 'news']),
    )
  })
})
