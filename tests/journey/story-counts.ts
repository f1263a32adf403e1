/** What a story must end with, counted by hand. */
export interface CountedStory {
  readonly name: string
  readonly variant: string
  readonly status: string
  /** Stage, the company's working days (of the round that stands), tightest limit, whose it is. */
  readonly stages: readonly (readonly [string, number | null, number | null, string | null])[]
  /** Clock: the company's and the customer's working days. */
  readonly clocks: Readonly<Record<string, readonly [number, number]>>
  readonly breached: readonly string[]
  readonly gates: readonly { readonly name: string; readonly refusedWith: readonly string[] }[]
  readonly documents: readonly string[]
}

const contractOpen = ['contract-signed', 'contract-countersigned'] as const
const noMeter = ['meter-verified', 'meter-sealed', 'meter-wiring', 'terminal-online'] as const
const notTiedIn = ['tie-in', 'pre-energising-check', 'energising-permission'] as const

const everyCase = [
  'one-time-notice',
  'survey-record',
  'fee-notice',
  'supply-contract',
  'meter-work-order',
  'contract-signature-page',
  'inspection-sheet',
  'energising-form',
] as const
const lowVoltage = [...everyCase, 'plan-reply-lv'] as const
const highVoltage = [...everyCase, 'plan-reply-hv', 'contract-annex-as-built'] as const

/**
 * Working days from the day after (民法典 §201) by the State Council's calendar of 2026: 4 to 6 April and 1 to 5 May are
 * off, Saturday 9 May is worked.
 */
export const countedStories: readonly CountedStory[] = [
  {
    name: 'lv-resident',
    variant: 'lv-standard',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 0, 1, 'promise'],
      ['works', null, null, null],
      ['connect', 2, 2, 'law'],
    ],
    // Accepted and answered on Monday; connected on Tuesday and Wednesday.
    clocks: { 'acceptance#1': [0, 0], 'supply-plan#1': [0, 0], 'connect#1': [2, 0], 'whole#1': [2, 0] },
    breached: [],
    gates: [
      {
        name: 'tie-in',
        refusedWith: [
          'inspection-passed',
          'documents-complete',
          ...contractOpen,
          'fees-settled',
          ...noMeter,
          'outage-plan',
        ],
      },
    ],
    documents: lowVoltage,
  },
  {
    name: 'lv-shop-one-proof',
    variant: 'lv-short',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['works', 1, 2, 'promise'],
      ['connect', 2, 2, 'law'],
    ],
    // Plan given on Tuesday the 3rd; connected on the 4th and 5th.
    clocks: { 'acceptance#1': [0, 0], 'supply-plan#1': [1, 0], 'connect#1': [2, 0], 'whole#1': [3, 0] },
    breached: [],
    gates: [{ name: 'tie-in', refusedWith: ['inspection-passed', ...contractOpen, ...noMeter, 'outage-plan'] }],
    documents: lowVoltage,
  },
  {
    name: 'hv-factory',
    variant: 'hv-standard',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 6, 10, 'law'],
      ['design-review', 1, 3, 'promise'],
      ['works', 18, 60, 'promise'],
      ['completion-inspection', 1, 3, 'promise'],
      ['connect', 2, 3, 'promise'],
    ],
    clocks: {
      'supply-plan#1': [6, 0], // 3 to 6, 9 and 10 March
      'design-review#1': [1, 0],
      'design-review#2': [1, 0], // sent in again
      'grid-works#1': [18, 0], // 12 to 7 April: 2 + 5 + 5 + 5, and 7 April after the holiday
      'completion-inspection#1': [1, 0],
      'completion-inspection#2': [1, 0],
      'connect#1': [2, 0], // Saturday 9 May is worked, and Monday
    },
    breached: [],
    gates: [
      {
        name: 'tie-in',
        refusedWith: ['inspection-passed', 'defects-closed', ...contractOpen, ...noMeter, 'outage-plan'],
      },
      {
        name: 'energise',
        refusedWith: ['inspection-passed', 'defects-closed', ...contractOpen, ...noMeter, 'outage-plan', ...notTiedIn],
      },
    ],
    // The design was reviewed twice, the works inspected twice with a notice of one defect between.
    documents: [
      ...highVoltage,
      'design-review-opinion',
      'design-review-opinion',
      'inspection-sheet',
      'rectification-notice',
    ],
  },
  {
    name: 'hv-hospital-dual',
    variant: 'hv-standard',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 12, 20, 'law'],
      ['design-review', 2, 3, 'promise'],
      ['works', 16, 60, 'promise'],
      ['completion-inspection', 1, 3, 'promise'],
      ['connect', 2, 3, 'promise'],
    ],
    clocks: {
      'supply-plan#1': [12, 0], // 4 + 5 + 3 days of March
      'design-review#1': [2, 0], // 3 and 7 April
      'grid-works#1': [16, 0], // 5 + 5 + 4 + 2
      'interim-inspection#1': [1, 0], // Friday to Monday
      'completion-inspection#1': [1, 0],
      'connect#1': [2, 0],
    },
    breached: [],
    gates: [
      {
        name: 'energise',
        refusedWith: [
          'inspection-passed',
          ...contractOpen,
          'dispatch-agreement',
          ...noMeter,
          'outage-plan',
          ...notTiedIn,
        ],
      },
    ],
    documents: [
      ...highVoltage,
      'design-review-opinion',
      'inspection-sheet',
      'own-generator-agreement',
      'dispatch-agreement',
    ],
  },
  {
    name: 'hv-increase',
    variant: 'hv-standard',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 5, 10, 'law'],
      ['design-review', 2, 3, 'promise'],
      ['works', null, null, null],
      ['completion-inspection', 1, 3, 'promise'],
      ['connect', 1, 3, 'promise'],
    ],
    // The present source carries it: nothing is built on the grid. 3 to 6 and 9 March; 16 and 17 March; 21 and 22 April.
    clocks: {
      'supply-plan#1': [5, 0],
      'design-review#1': [2, 0],
      'completion-inspection#1': [1, 0],
      'connect#1': [1, 0],
    },
    breached: [],
    gates: [{ name: 'tie-in', refusedWith: [...noMeter, 'old-meters', 'outage-plan'] }],
    documents: [...highVoltage, 'design-review-opinion'],
  },
  {
    name: 'green-channel',
    variant: 'hv-short',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 2, 7, 'promise'],
      ['works', 11, 40, 'promise'],
      ['connect', 2, 2, 'promise'],
    ],
    clocks: { 'supply-plan#1': [2, 0], 'grid-works#1': [11, 0], 'connect#1': [2, 0] },
    breached: [],
    gates: [{ name: 'energise', refusedWith: ['inspection-passed', ...contractOpen, 'outage-plan', ...notTiedIn] }],
    documents: highVoltage,
  },
  {
    name: 'sent-back',
    variant: 'hv-standard',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 3, 10, 'law'],
      ['design-review', 2, 3, 'promise'],
      ['works', 13, 60, 'promise'],
      ['completion-inspection', 1, 3, 'promise'],
      ['connect', 1, 3, 'promise'],
    ],
    clocks: {
      'supply-plan#1': [5, 0], // 3 to 6 and 9 March
      'supply-plan#2': [3, 0], // 9, 10 and 13 April
      'design-review#1': [2, 0],
      'design-review#2': [2, 0],
      'grid-works#1': [20, 0], // 11 March to 8 April: 3 + 5 + 5 + 5 + 2
      'grid-works#2': [13, 0], // 15 April to 6 May: 3 + 5 + 4 + 1
      'completion-inspection#1': [1, 0],
      'connect#1': [1, 0],
    },
    breached: [],
    gates: [],
    documents: [...highVoltage, 'design-review-opinion'],
  },
  {
    name: 'withdrawn',
    variant: 'lv-standard',
    status: 'withdrawn',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 1, 1, 'promise'],
    ],
    // The plan was replied on Tuesday; Wednesday and Thursday were the customer's.
    clocks: { 'supply-plan#1': [1, 0], 'whole#1': [1, 2] },
    breached: [],
    gates: [],
    documents: ['one-time-notice', 'survey-record', 'plan-reply-lv'],
  },
  {
    name: 'suspended',
    variant: 'lv-standard',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 2, 2, 'promise'],
      ['works', null, null, null],
      ['connect', 2, 2, 'law'],
    ],
    // Answered and stopped on 8 May; the stop holds Saturday 9 and Monday 11 May; then 12 and 13 May. Before: 43 days with the customer.
    clocks: { 'supply-plan#1': [2, 0], 'connect#1': [2, 2], 'completion-inspection#1': [1, 2], 'whole#1': [4, 45] },
    breached: [],
    gates: [],
    documents: lowVoltage,
  },
  {
    name: 'temporary-site',
    variant: 'lv-temporary',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['plan-reply', 2, 2, 'promise'],
      ['works', null, null, null],
      ['connect', 1, 2, 'law'],
      ['temporary-use', 1, 3, 'promise'],
      ['removal', 1, 5, 'promise'],
    ],
    // Connected the day after the answer; the extension decided, and the site dark and its meter back, a day after each was asked for.
    clocks: { 'supply-plan#1': [2, 0], 'connect#1': [1, 0], 'extension#1': [1, 0], 'removal#1': [1, 0] },
    breached: [],
    gates: [],
    documents: [...lowVoltage, 'temporary-extension', 'meter-removal-order'],
  },
  {
    name: 'charging-pile',
    variant: 'lv-short',
    status: 'closed',
    stages: [
      ['acceptance', 0, 1, 'promise'],
      ['works', 1, 1, 'promise'],
      ['connect', 1, 2, 'law'],
    ],
    // Plan given on Tuesday the 3rd, connected on Wednesday: two of the five days a household has.
    clocks: { 'supply-plan#1': [1, 0], 'connect#1': [1, 0], 'whole#1': [2, 0] },
    breached: [],
    gates: [
      {
        name: 'tie-in',
        refusedWith: ['inspection-passed', 'documents-complete', ...contractOpen, ...noMeter, 'outage-plan'],
      },
    ],
    documents: lowVoltage,
  },
]
