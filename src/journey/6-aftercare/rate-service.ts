import { caseVerb, findFact, maySeeCase } from '#casefile'
import { accept, refuse } from '#kernel'
import { RateService } from './api.ts'

/** 评价: the customer's own word on the service, once, any time after the supply is on. */
export const rateService = caseVerb<RateService>({
  name: 'rate-service',
  form: RateService,
  decide({ file, form, actor }) {
    if (!maySeeCase(actor, file)) return refuse({ code: 'no-such-case' })
    if (actor.kind !== 'customer') return refuse({ code: 'no-right', data: { role: 'customer' } })
    if (!findFact(file, 'supply-switched-on')) return refuse({ code: 'supply-not-on' })
    if (findFact(file, 'service-rated')) return refuse({ code: 'already-rated' })
    return accept({
      facts: [{ type: 'service-rated', body: { satisfaction: form.satisfaction, comment: form.comment } }],
    })
  },
})
