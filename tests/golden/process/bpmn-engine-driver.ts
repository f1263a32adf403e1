import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'
import { evaluate } from 'feelin'

/** A case played by bpmn-engine: which user tasks wait, and completing one of them. */
export interface ReferenceCase {
  /** Element ids of the waiting user tasks, sorted; one entry for each token. */
  open(): string[]
  complete(elementId: string, variables: Readonly<Record<string, unknown>>): void
  hasEnded(): boolean
}

/**
 * Version 25 of the engine sends "discarded" tokens down the flows not taken, a means of its own that BPMN does not
 * know: one that trails behind a real token makes a later join fire too early, or keeps the process from ending. The
 * engine's next version has given them up; here they are left out, so that a join waits for real tokens alone.
 */
function leaveOutDiscard(element: object) {
  const { outbound } = element as { readonly outbound?: readonly { discard: () => void }[] }
  for (const flow of outbound ?? []) flow.discard = () => {}
  return { activate() {}, deactivate() {} }
}

/** Starts a BPMN file in bpmn-engine; conditions are judged by the FEEL interpreter, not by our compiler. */
export async function startReference(
  xml: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<ReferenceCase> {
  let now: Readonly<Record<string, unknown>> = variables
  const engine = new Engine({
    source: xml,
    extensions: { leaveOutDiscard },
    expressions: {
      resolveExpression: (text: string) => evaluate(text, now).value,
    },
  })
  let ended = false
  engine.once('end', () => {
    ended = true
  })
  const execution = await engine.execute({ listener: new EventEmitter() })
  const waiting = () => execution.getPostponed().filter((api) => api.type === 'bpmn:UserTask')
  return {
    open: () =>
      waiting()
        .map((api) => api.id)
        .sort(),
    complete(elementId, given) {
      now = given
      const api = waiting().find((candidate) => candidate.id === elementId)
      if (!api) throw new Error(`bpmn-engine does not wait at ${elementId}`)
      api.signal()
    },
    hasEnded: () => ended,
  }
}
