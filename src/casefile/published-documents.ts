import { z } from 'zod'
import type { PlainDate } from '#kernel'
import type { PublishedStandards } from './standards.ts'

/** The published documents that the program reads, by their shape; a company's own others may have any. */

const Text = z.string().trim().min(1)
const Dated = z.object({
  zh: Text,
  en: Text,
  basis: Text,
  confidence: Text,
  from: z.iso.date(),
  to: z.iso.date().optional(),
})
const Bilingual = z.object({ zh: Text, en: Text })

/** What tables, forms and pages need to know of the company. */
export const CompanyDetails = z.object({
  /** Names the rows of the table `charges`. */
  province: Text,
  /** The company's own line for applications and faults, and the energy regulator's. */
  servicePhone: Text,
  supervisionPhone: Text,
})
export type CompanyDetails = z.infer<typeof CompanyDetails>

/** 告知事项 by kind of document. */
export const NoticeLibrary = z.object({ forms: z.record(z.string(), z.array(Dated)) })

/** 建设标准: what a low-voltage customer is told before the short process may be granted, with the words of the confirmation. */
export const ConstructionStandards = z.object({
  title: Bilingual,
  confirmation: Bilingual,
  items: z.array(Dated.extend({ id: Text })).min(1),
})
export type ConstructionStandards = z.infer<typeof ConstructionStandards>

/** By the name each is published under. */
export const publishedDocuments: Readonly<Record<string, z.ZodType>> = {
  company: CompanyDetails,
  notices: NoticeLibrary,
  'construction-standards': ConstructionStandards,
}

/** Throws where none is published, which founding a company does, or where it is faulty, which publishing refuses. */
export const companyDetails = (standards: PublishedStandards, today: PlainDate): CompanyDetails =>
  CompanyDetails.parse(standards.library('document', 'company', today))

/** The construction standards in force on the day. */
export function constructionStandardsOn(standards: PublishedStandards, today: PlainDate): ConstructionStandards {
  const published = ConstructionStandards.parse(standards.library('document', 'construction-standards', today))
  return { ...published, items: published.items.filter(({ from, to }) => from <= today && (!to || today < to)) }
}
