import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveFlow } from '../flow/solve-flow.ts'
import { readPlanRequest } from '../plan/request.ts'
import { readMatpower } from './matpower/read-matpower.ts'
import { readPandapower } from './pandapower/read-pandapower.ts'
import { readPowerGridModel } from './power-grid-model/read-power-grid-model.ts'

const good = `function mpc = t
mpc.version = '2';
mpc.baseMVA = 10;
mpc.bus = [1 3 0 0 0 0 1 1 0 10 1 1.1 0.9; 2 1 1 0.5 0 0 1 1 0 10 1 1.1 0.9];
mpc.gen = [1 0 0 10 -10 1 10 1 10 0];
mpc.branch = [1 2 0.01 0.02 0 0 0 0 0 0 1 -360 360];
PD = 3;
mpc.bus(:, PD) = mpc.bus(:, PD) / 1e3;
`

/** Whatever comes in is answered by a value or a refusal with at least one fault that says where. */
function expectAnswer(result: { ok: boolean; refusal?: { faults?: readonly { path: string }[] } }): void {
  if (!result.ok) expect(result.refusal?.faults?.[0]?.path).toBeTruthy()
}

describe('faulty files', () => {
  it('MATPOWER text with anything put in anywhere', () => {
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.nat(20),
        fc.oneof(
          fc.string(),
          fc.constantFrom(';', ']', '[', "'", 'NaN', '-', 'end', 'mpc', '(', '...', '99', 'if', ':'),
        ),
        (at, cut, put) => {
          const read = readMatpower('f.m', good.slice(0, at) + put + good.slice(at + cut))
          expectAnswer(read)
          if (read.ok) expect(typeof solveFlow(read.value).solution.converged).toBe('boolean')
        },
      ),
      { numRuns: 2000 },
    )
  })
  it('JSON of any shape', () => {
    const cell = fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.string({ maxLength: 4 }))
    const frame = fc.record({
      columns: fc.subarray([
        'name',
        'bus',
        'vn_kv',
        'p_mw',
        'from_bus',
        'to_bus',
        'hv_bus',
        'lv_bus',
        'vm_pu',
        'et',
        'element',
        'in_service',
        'length_km',
      ]),
      data: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 3 }),
    })
    const table = fc.oneof(
      cell,
      fc.record({
        _object: fc.oneof(
          frame,
          frame.map((value) => JSON.stringify(value)),
          fc.string(),
        ),
      }),
    )
    const net = fc.record({
      _object: fc.record({
        bus: table,
        line: table,
        trafo: table,
        load: table,
        switch: table,
        ext_grid: table,
        gen: table,
      }),
    })
    fc.assert(
      fc.property(net, (content) => expectAnswer(readPandapower('n.json', content))),
      { numRuns: 1000 },
    )
    const item = fc.dictionary(
      fc.constantFrom('id', 'node', 'u_rated', 'from_node', 'to_node', 'p_specified', 'u_ref', 'r1', 'x1', 'sn', 'uk'),
      cell,
    )
    const model = fc.record({
      data: fc.record({
        node: fc.oneof(cell, fc.array(fc.oneof(cell, item))),
        line: fc.array(item),
        transformer: fc.array(item),
        source: fc.array(item),
        sym_load: fc.array(item),
        link: fc.array(item),
      }),
    })
    fc.assert(
      fc.property(model, (content) => expectAnswer(readPowerGridModel('m.json', content))),
      { numRuns: 1000 },
    )
  })
  it('a request of any shape', () => {
    fc.assert(
      fc.property(fc.anything(), (content) => expectAnswer(readPlanRequest('r.json', content))),
      { numRuns: 1000 },
    )
  })
})
