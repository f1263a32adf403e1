import type { Fault, Refusal } from '#kernel'

const kept = 1000

/** Faults of a file: all are counted, the first thousand are kept, so that a wholly wrong file cannot fill the memory. */
export class FaultList {
  readonly faults: Fault[] = []
  count = 0

  add(fault: Fault): void {
    this.count++
    if (this.faults.length < kept) this.faults.push(fault)
  }

  refusal(code: string): Refusal {
    return { code, data: { faultCount: this.count, listed: this.faults.length }, faults: this.faults }
  }
}
