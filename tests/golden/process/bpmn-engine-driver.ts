import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'
import { evaluate } from 'feelin'

/** A case played by bpmn-engine: which user tasks wait, and completing one of them. */
export interface ReferenceCase {
  /** Element ids of the waiting user tasks, sorted; one entry for each token. */
  open(): string[]
  complete(elementId: string, variables: Readonly<Record<string, unknown>>): void
  /** An end event was reached and nothing waits: the engine's own end may come late or never (see below). */
  hasEnded(): boolean
}

/** Starts a BPMN file in bpmn-engine; conditions are judged by the FEEL interpreter, not by our compiler. */
export async function startReference(
  xml: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<ReferenceCase> {
  let now: Readonly<Record<string, unknown>> = variables
  const engine = new Engine({
    source: xml,
    expressions: {
      resolveExpression: (text: string) => evaluate(text, now).value,
    },
  })
  // Version 25 sends "discarded" tokens down the flows not taken. One that trails behind the token itself stays in a
  // queue for good, and the engine never says that the process ended: so the end event is asked instead.
  let endReached = false
  const listener = new EventEmitter()
  listener.on('activity.enter', (api: { readonly type: string }) => {
    endReached ||= api.type === 'bpmn:EndEvent'
  })
  const execution = await engine.execute({ listener })
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
    hasEnded: () => endReached && waiting().length === 0,
  }
}
