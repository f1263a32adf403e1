/** What this room uses of the moddle readers; neither package ships types for its front door. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>)
    fromXML(xml: string): Promise<import('./source-file.ts').ModdleReading>
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>)
    fromXML(xml: string): Promise<import('./source-file.ts').ModdleReading>
  }
}
