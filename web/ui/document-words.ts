/** A paper of a case as the views of a case list it: its name is kept as it was issued, in Chinese. */
interface NamedDocument {
  readonly kind: string
  readonly name: string
}

/** What a kind of paper is called in English; the number in brackets (第 2 次, 第 3 版) goes with it. */
const english: Readonly<Record<string, string>> = {
  'one-time-notice': 'One-time notice',
  'survey-record': 'Survey record',
  'plan-reply-lv': 'Supply plan reply, low voltage',
  'plan-reply-hv': 'Supply plan reply, high voltage',
  'fee-notice': 'Notice of charges',
  'design-review-opinion': 'Opinion on the design',
  'inspection-sheet': 'Inspection sheet',
  'rectification-notice': 'Rectification notice',
  'supply-contract': 'Supply contract',
  'contract-annex-as-built': 'Contract annex: equipment as built',
  'contract-signature-page': 'Record of signatures',
  'dispatch-agreement': 'Dispatch agreement',
  'own-generator-agreement': 'Own-generator agreement',
  'meter-work-order': 'Meter work order',
  'energising-form': 'Energising form',
  'identity-card': 'Identity card',
  'agent-identity-card': 'Identity card of the agent',
  'operator-identity-card': 'Identity card of the operator',
  'handler-identity-card': 'Identity card of the person who applies',
  'authorisation-letter': 'Letter of authorisation',
  'handler-authorisation': 'Authorisation by the legal representative',
  passport: 'Passport or permanent resident card',
  'business-licence': 'Business licence',
  'property-proof': 'Proof of title',
  'lease-contract': 'Lease contract',
  'owner-consent': 'Consent of the owner',
  'equipment-list': 'List of equipment',
  'site-plan': 'General site plan',
  'load-statement': 'Statement of the nature of the load',
  'project-approval': 'Project approval or filing',
  'contractor-licence': 'Licence of the contractor',
  'completion-drawings': 'As-built drawings',
  'test-reports': 'Test reports',
  'electrician-certificates': 'Electricians’ certificates and safety tools',
  'security-load-statement': 'Statement of important and security loads',
  'importance-confirmation': 'Government confirmation of the grade',
  'emergency-plan': 'Outage emergency plan',
  'generator-registration': 'Registration of the own generator',
  'interlock-drawing': 'Interlock wiring drawing',
  'construction-permit': 'Construction permit',
  'design-file': 'Design files',
  'works-photo': 'Photo of concealed works',
  'works-record': 'Record of concealed works',
}

/** The name of a paper in the language of the page; a kind a company added itself keeps the name it gave. */
export function documentWords({ kind, name }: NamedDocument, language: string): string {
  const words = language === 'en' ? english[kind] : undefined
  if (!words) return name
  const number = /（第\s*(\d+)\s*[次版]）/.exec(name)?.[1]
  return number ? `${words} (no. ${number})` : words
}
