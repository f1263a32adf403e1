import { type NewFact, taskUseCase } from '#casefile'
import { asBuiltAnnex } from '#journey/contract'
import { accept, refuse } from '#kernel'
import { SignEnergisingForm } from './api.ts'
import { energisingForm, findEnergising } from './rules/energising-form.ts'
import { findMeters } from './rules/energising-steps.ts'

/** 签收新装(增容)送电单: the customer confirms meter, readings and the time the supply came on. */
export const signEnergisingForm = taskUseCase<SignEnergisingForm>({
  name: 'sign-energising-form',
  form: SignEnergisingForm,
  decide({ file, form, now, today }) {
    const energised = findEnergising(file)
    const meters = findMeters(file)
    if (!energised || !meters) return refuse({ code: 'supply-not-on' })
    const { name, method } = form.signature
    // What was built may have become known only after the contract was signed: its annex is fixed at the latest here.
    const annex = asBuiltAnnex(file, today)
    const facts: NewFact[] = [
      { type: 'energising-form-signed', body: { name, method, opinion: form.opinion } },
      ...(annex ? [annex.fact] : []),
    ]
    const signature = { name, method, at: now }
    return accept({
      facts,
      documents: [
        energisingForm({ file, energised, meters, signature, opinion: form.opinion, today }),
        ...(annex ? [annex.document] : []),
      ],
    })
  },
})
