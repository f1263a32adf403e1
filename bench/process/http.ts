import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Round } from './clients.ts'
export async function measureHttp(_rounds: number): Promise<{ inProcess: Round[]; overHttp: Round[] }> {
  void [mkdtempSync, chmodSync, readFileSync, rmSync, tmpdir, join]
  throw new Error('not yet')
}
