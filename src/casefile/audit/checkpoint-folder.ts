import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Checkpoint } from './checkpoint.ts'

/** The last whole line of a company's file. */
export interface LastLine {
  readonly checkpoint: Checkpoint
  readonly line: string
}

/** Longest line a checkpoint can have; the end of a file of this length holds the last one. */
const longestLine = 512 * 1024

/**
 * Checkpoints lie outside the database, one append-only file for each company; best on another disk or machine
 * (`TONGDIAN_CHECKPOINTS`). The key that signs them lies beside them, readable by the server alone.
 */
export class CheckpointFolder {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /** The signing key, made on first use. */
  openKey(): KeyObject {
    mkdirSync(this.path, { recursive: true, mode: 0o700 })
    const file = join(this.path, 'key.pem')
    if (!existsSync(file)) {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519')
      writeFileSync(join(this.path, 'key.pub.pem'), publicKey.export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    }
    return createPrivateKey(readFileSync(file))
  }

  /** The key to check with, PEM text; undefined: no checkpoint was ever made here. */
  findPublicKey(): string | undefined {
    const file = join(this.path, 'key.pub.pem')
    if (!existsSync(file)) return undefined
    return createPublicKey(readFileSync(file)).export({ type: 'spki', format: 'pem' }).toString()
  }

  listCompanyIds(): readonly string[] {
    if (!existsSync(this.path)) return []
    return readdirSync(this.path)
      .filter((name) => /^[0-9a-f-]{36}\.jsonl$/.test(name))
      .map((name) => name.slice(0, 36))
  }

  /** Whole lines in order; an unfinished one at the end was never acknowledged and does not count. */
  readLines(companyId: string): readonly string[] {
    const file = this.#fileOf(companyId)
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
  }

  findLast(companyId: string): LastLine | undefined {
    const file = this.#fileOf(companyId)
    if (!existsSync(file)) return undefined
    const handle = openSync(file, 'r')
    try {
      const { size } = fstatSync(handle)
      const end = Buffer.alloc(Math.min(size, longestLine))
      readSync(handle, end, 0, end.length, size - end.length)
      const line = end.toString('utf8').split('\n').at(-2)
      return line === undefined ? undefined : { line, checkpoint: JSON.parse(line) as Checkpoint }
    } finally {
      closeSync(handle)
    }
  }

  /** Adds a line, on disk before it returns. What a crash left unfinished is cut off first. */
  append(companyId: string, line: string): void {
    const handle = openSync(this.#fileOf(companyId), 'a+', 0o600)
    try {
      const { size } = fstatSync(handle)
      const end = Buffer.alloc(Math.min(size, longestLine))
      readSync(handle, end, 0, end.length, size - end.length)
      const whole = end.lastIndexOf(0x0a) + 1
      if (whole < end.length) ftruncateSync(handle, size - end.length + whole)
      // All of it or an error: a single write may stop half-way where the disk is full.
      writeFileSync(handle, `${line}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }

  #fileOf(companyId: string): string {
    return join(this.path, `${companyId}.jsonl`)
  }
}
