import { sql } from 'kysely'
import type { EventLog } from '#insight'
import { openScratchDatabase } from '../scratch-database.ts'

/** The same map in SQL, on the product's own PostgreSQL: graph with times, variants and percentiles, milliseconds. */
export async function sqlMap(log: EventLog, copies: number): Promise<number> {
  const scratch = await openScratchDatabase(2)
  try {
    return await scratch.database.withCompany(await scratch.addCompany(), async (tx) => {
      await sql`set local work_mem = '1GB'`.execute(tx)
      await sql`create temporary table event (case_no int, place int, activity text, at double precision)`.execute(tx)
      await fill(tx, log, copies)
      await sql`analyze event`.execute(tx)
      const begin = performance.now()
      await sql`select before, activity, count(*), avg(at - before_at) from (
        select activity, at, lag(activity) over w as before, lag(at) over w as before_at from event
        window w as (partition by case_no order by place)) step where before is not null group by 1, 2`.execute(tx)
      await sql`select variant, count(*) from (
        select string_agg(activity, ',' order by place) as variant from event group by case_no) trace group by 1`.execute(
        tx,
      )
      await sql`select avg(took), percentile_cont(array[0.5, 0.9, 0.99]) within group (order by took) from (
        select max(at) - min(at) as took from event group by case_no) span`.execute(tx)
      return performance.now() - begin
    })
  } finally {
    await scratch.close()
  }
}

type Transaction = Parameters<
  Parameters<Awaited<ReturnType<typeof openScratchDatabase>>['database']['withCompany']>[1]
>[0]

async function fill(tx: Transaction, log: EventLog, copies: number): Promise<void> {
  const caseOf: number[] = []
  for (let c = 0; c < log.caseCount; c++) {
    for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) caseOf.push(c)
  }
  const names = Array.from(log.activityOf, (code) => log.activities[code] ?? '')
  await sql`insert into event select case_no + copy * ${log.caseCount}, place, activity, at
    from unnest(${caseOf}::int[], ${Array.from(caseOf.keys())}::int[], ${names}::text[], ${Array.from(log.timeMs)}::float8[])
      as one (case_no, place, activity, at), generate_series(0, ${copies - 1}::int) as copy`.execute(tx)
}
