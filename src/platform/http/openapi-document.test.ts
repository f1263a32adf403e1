import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { createSampleApp } from './sample-app.ts'

const { app } = createSampleApp()
const document = await (await app.request('/api/openapi.json')).json()

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true })
  })

  it('would not be called valid if it were broken', async () => {
    const broken = structuredClone(document)
    broken.paths['/api/v1/news'].get.responses = 7
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
  })

  it('has every route, of the contract and beside it', () => {
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/cases',
        '/api/v1/cases/{caseId}/accept',
        '/api/v1/files',
        '/api/health',
        '/api/auth/sign-out',
      ]),
    )
  })

  it('says what a route needs and how it can refuse', () => {
    const accept = document.paths['/api/v1/cases/{caseId}/accept'].post
    expect(accept.security).toEqual([{ session: [] }])
    expect(accept['x-tongdian-right']).toMatchObject({ who: 'staff', roles: ['clerk'] })
    expect(Object.keys(accept.responses).sort()).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '422',
      '429',
      '500',
      '503',
    ])
    expect(accept.responses['422'].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Error' })
    expect(accept.parameters.map((parameter: { name: string }) => parameter.name)).toEqual([
      'caseId',
      'Idempotency-Key',
    ])
    expect(document.paths['/api/v1/news'].get.security).toEqual([])
    expect(document.paths['/api/v1/cases'].get.parameters).toMatchObject([
      { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 50 } },
      {},
    ])
  })
})
