import type { Json } from '#kernel'
import { completeTask, migrate, type ProcessGraph, returnTo, startProcess, type TokenState } from '#process'
import type { Fact } from './fact.ts'
import type { PublishedStandards } from './standards.ts'

/**
 * Plays the token game again from the facts alone. The tokens in the case row are a projection; every night each running
 * case is rebuilt by this and compared. Throws where the facts cannot be replayed: that is a finding in itself.
 */
export function rebuildTokens(facts: readonly Fact[], standards: PublishedStandards): TokenState | undefined {
  const variables: Record<string, Json> = {}
  let graph: ProcessGraph | undefined
  let tokens: TokenState | undefined
  for (const fact of facts) {
    if (fact.type === 'variables-set') Object.assign(variables, fact.body.variables)
    if (fact.type === 'process-started') {
      graph = getGraph(standards, fact.body.process, fact.body.version)
      tokens = getMoved(startProcess(graph, variables), fact)
    }
    if (!graph || !tokens) continue
    if (fact.type === 'task-completed') {
      tokens = getMoved(completeTask(graph, tokens, String(fact.body.taskId), variables), fact)
    } else if (fact.type === 'step-returned') {
      tokens = getMoved(returnTo(graph, tokens, String(fact.body.toElement)), fact)
    } else if (fact.type === 'process-migrated') {
      const target = getGraph(standards, fact.body.process, fact.body.toVersion)
      tokens = getMoved(migrate(graph, target, tokens), fact)
      graph = target
    }
  }
  return tokens
}

function getGraph(standards: PublishedStandards, name: Json | undefined, version: Json | undefined): ProcessGraph {
  const process = standards.processVersion(String(name), Number(version))
  if (!process) throw new Error(`process ${String(name)} version ${String(version)} is not published`)
  return process.graph
}

function getMoved(moved: ReturnType<typeof returnTo>, fact: Fact): TokenState {
  if (moved.ok) return moved.value.state
  throw new Error(`fact ${fact.seq} (${fact.type}) cannot be replayed: ${moved.refusal.code}`)
}
