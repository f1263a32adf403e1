import { startEmbeddedServer, openPool } from '#platform/database/index'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { writeArguments } from './case-write-sql.ts'
const server = await startEmbeddedServer('/tmp/tdtry')
const pool = openPool(server.connect('postgres', 'tongdian'), 1, 'x')
const w = sampleWrite({ companyId: '00000000-0000-4000-8000-000000000001', caseId: 'x', commandId: `y`, head: {version:2, hash:'0'.repeat(64)} })
const a = writeArguments('', [w])
console.log(a.map(x => x?.length))
await pool.query('set plan_cache_mode=force_generic_plan')
async function time(label: string, decl: string, body: string, vals: string[]) {
  await pool.query(`create or replace function pg_temp.tt(p1 text, p2 text) returns float language plpgsql as $$ declare t timestamptz; x record; n int; arr text[]; j jsonb; ${decl} begin t := clock_timestamp(); for i in 1..5000 loop ${body} end loop; return extract(epoch from clock_timestamp()-t)*1e6/5000; end $$`)
  const { rows } = await pool.query('select pg_temp.tt($1,$2) as us', [vals[0], vals[1] ?? ''])
  console.log(label, rows[0].us, 'us')
}
const taskCols = `case_id text, task_id text, element_id text, use_case text, role text, unit_id text, voltage_class text,stage text, assignee text, candidates text[], opened_at timestamptz, clock_owner text, due_on date, urgency int,place text, kind text, variant text, case_number text, customer_name text, flags text[], state text`
await time('empty', '', 'n := 1;', [''])
await time('cast jsonb head', '', 'j := p1::jsonb;', [a[1]!])
await time('json tasks', '', `select count(*) into n from json_to_recordset(p1::json) as s(${taskCols}) where s.case_id is not null and s.state is not null;`, [a[3]!])
await time('jsonb tasks', '', `select count(*) into n from jsonb_to_recordset(p1::jsonb) as s(${taskCols}) where s.case_id is not null and s.state is not null;`, [a[3]!])
await time('populate task', '', `select count(*) into n from json_populate_recordset(null::task, p1::json) s where s.case_id is not null and s.state is not null;`, [a[3]!])
await time('populate head', '', `select count(*) into n from jsonb_populate_recordset(null::case_write, p1::jsonb) s where s.case_id is not null;`, [a[1]!])
await time('json head', '', `select count(*) into n from json_populate_recordset(null::case_write, p1::json) s where s.case_id is not null;`, [a[1]!])
await time('small rec', '', `select count(*) into n from json_to_recordset(p1::json) as c(case_id text, task_id text) where s.case_id is not null;`.replace('s.case_id','c.case_id'), [a[4]!])
await time('two fields by ->>', '', `select count(*) into n from (select j->>'case_id' as c, j->>'task_id' from json_array_elements(p1::json) j) x;`, [a[4]!])
await time('unnest 2', '', `select count(*) into n from unnest(p1::text[], p2::text[]) as c(a,b) where c.a is not null;`, ['{x}', '{y}'])
await time('facts', '', `select count(*) into n from json_to_recordset(p1::json) as f(case_id text, seq int, type text, happened_at timestamptz, recorded_at timestamptz, actor text, command_id text,body text, prev_hash text, hash text) where f.case_id is not null;`, [a[2]!])
await time('facts jsonb', '', `select count(*) into n from jsonb_to_recordset(p1::jsonb) as f(case_id text, seq int, type text, happened_at timestamptz, recorded_at timestamptz, actor text, command_id text,body text, prev_hash text, hash text) where f.case_id is not null;`, [a[2]!])
await time('policy', '', `select count(*) into n from task where company_id = '00000000-0000-4000-8000-000000000001' and case_id='x';`, [''])
await pool.end(); await server.stop()
