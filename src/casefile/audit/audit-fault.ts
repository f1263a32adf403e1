/** Something the proof does not bear out. */
export interface AuditFault {
  readonly companyId: string
  /** Empty where the fault is in the checkpoint file itself. */
  readonly caseId: string
  /** The fact it was found at; 0: the case as a whole; in a checkpoint file: its line. */
  readonly seq: number
  readonly kind: AuditFaultKind
}

export type AuditFaultKind =
  /** The fact's text does not give its hash. */
  | 'hash'
  /** It is not linked to the fact before it. */
  | 'link'
  /** A fact is missing before it, or is there twice. */
  | 'gap'
  /** A checkpoint saw another fact at this place. */
  | 'checkpoint'
  /** A checkpoint saw the case go further than it now goes, or a case that is gone. */
  | 'truncated'
  /** The case row says something else than the last fact, or there is a row without facts or facts without a row. */
  | 'projection'
  /** A line of the checkpoint file is changed, missing, or not signed by its key. */
  | 'checkpoint-file'
