import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { WrongUse } from './command.ts'
import { command } from './process.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongdian-process-'))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const code = await command.run(args)
  const out = log.mock.calls.map(([line]) => String(line)).join('\n')
  log.mockRestore()
  return { code, out }
}

const FAULTY = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<process id="p" isExecutable="true">
<startEvent id="s"/>
<scriptTask id="run"/>
</process></definitions>`

describe('tongdian process check', () => {
  test('names element and line of every fault, exit 1', async () => {
    const path = write('faulty.bpmn', FAULTY)
    expect(await run('check', path)).toEqual({
      code: 1,
      out: `${path}:4: scriptTask run: unsupported-element (inside "process")\n1 fault`,
    })
    expect(JSON.parse((await run('check', path, '--json')).out)).toEqual({
      file: path,
      kind: 'process',
      ok: false,
      faults: [
        { path: 'run', code: 'unsupported-element', data: { line: 4, element: 'scriptTask', inside: 'process' } },
      ],
    })
  })

  test('finds the shipped files clean, exit 0, and tells processes from decisions', async () => {
    const process = JSON.parse((await run('check', 'standards/processes/hv-standard.bpmn', '--json')).out)
    expect(process).toMatchObject({ kind: 'process', ok: true, faults: [], process: { id: 'hv-standard' } })
    const decisions = await run('check', 'standards/decisions/limits.dmn', '--json')
    expect(decisions.code).toBe(0)
    expect(JSON.parse(decisions.out)).toMatchObject({ kind: 'decisions', ok: true, decisions: [{ id: 'limits' }] })
  })

  test.each([
    [[]],
    [['check']],
    [['draw', 'x.bpmn']],
    [['check', 'a', 'b']],
    [['check', join(folder, 'not-there.bpmn')]],
  ])('is wrong use: %j', async (args) => {
    await expect(command.run(args)).rejects.toThrow(WrongUse)
  })
})
