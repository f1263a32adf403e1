-- One write's head: the command and the new case row, as src/casefile/write/case-writer.ts sends them.
create type case_write as (
  case_id text, command_id text, body_hash text, answer text, fact_count int,
  case_number text, version int, head_hash text, status text, kind text, variant text, process_name text,
  process_version int, stage text, unit_id text, voltage_class text, customer_name text, customer_key text,
  address text, capacity_kva numeric, account_manager text, flags text[], tokens text, due_on date,
  opened_at timestamptz, changed_at timestamptz, search text
);

-- The one write. Every change of every case goes through here: case row with version check, facts, tasks, timers,
-- outbox and the remembered answer, in one transaction, for one case or for many different cases of one company.
--
-- p_writes: one object per case (see src/casefile/write/case-writer.ts), no case twice. The other arguments hold the
-- rows of all of them and may be null. Returns null when everything was written; otherwise one object for each write
-- that was not: {caseId, kind: 'repeated', bodyHash, answer} or {caseId, kind: 'stale', version}. Nothing of such a
-- write is kept. It runs wholly on one shard, so it sets app.company itself.
create function append_case_writes(
  p_company uuid, p_writes jsonb, p_facts json, p_tasks json, p_closed json, p_timers json, p_cleared json, p_outbox json
) returns jsonb
language plpgsql
-- Planning each statement anew costs more than running it, and every statement here goes by a primary key.
set plan_cache_mode = force_generic_plan
as $$
declare
  v_count int := jsonb_array_length(p_writes);
  v_cases text[];
  v_searched text[];
  v_opened boolean;
begin
  perform set_config('app.company', p_company::text, true);

  -- Locks the cases in one order everywhere, and keeps those that stand where the decision saw them.
  with w as materialized (
    select w.case_id, w.version - w.fact_count as expected, w.search
    from jsonb_to_recordset(p_writes) as w(case_id text, version int, fact_count int, search text)
  ), locked as materialized (
    select f.case_id, f.version, f.search from case_file f
    where f.company_id = p_company and f.case_id = any(array(select w.case_id from w))
    order by f.case_id
    for update
  )
  select array_agg(w.case_id),
         array_agg(w.case_id) filter (where l.search is distinct from w.search),
         bool_or(l.case_id is null)
  into v_cases, v_searched, v_opened
  from w left join locked l on l.case_id = w.case_id
  where coalesce(l.version, 0) = w.expected;

  -- A command id that is here already was answered before.
  with remembered as (
    insert into command (company_id, command_id, case_id, body_hash, answer, recorded_at)
    select p_company, w.command_id, w.case_id, w.body_hash, w.answer, w.changed_at
    from jsonb_to_recordset(p_writes)
      as w(case_id text, command_id text, body_hash text, answer text, changed_at timestamptz)
    where w.case_id = any(v_cases)
    order by w.command_id
    on conflict do nothing
    returning case_id
  )
  select array_agg(case_id) into v_cases from remembered;

  if v_cases is not null then
    update case_file f set
      version = w.version, head_hash = decode(w.head_hash, 'hex'), status = w.status, kind = w.kind,
      variant = w.variant, process_name = w.process_name, process_version = w.process_version, stage = w.stage,
      unit_id = w.unit_id, voltage_class = w.voltage_class, customer_name = w.customer_name,
      customer_key = w.customer_key, address = w.address, capacity_kva = w.capacity_kva,
      account_manager = w.account_manager, flags = w.flags, tokens = w.tokens, due_on = w.due_on,
      changed_at = w.changed_at, search = w.search, case_number = w.case_number, opened_at = w.opened_at
    from jsonb_populate_recordset(null::case_write, p_writes) w
    where f.company_id = p_company and f.case_id = w.case_id and w.case_id = any(v_cases)
      and w.version > w.fact_count;

    if v_opened then
      insert into case_file (
        company_id, case_id, case_number, version, head_hash, status, kind, variant, process_name, process_version,
        stage, unit_id, voltage_class, customer_name, customer_key, address, capacity_kva, account_manager, flags,
        tokens, due_on, opened_at, changed_at, search)
      select p_company, w.case_id, w.case_number, w.version, decode(w.head_hash, 'hex'), w.status, w.kind, w.variant,
        w.process_name, w.process_version, w.stage, w.unit_id, w.voltage_class, w.customer_name, w.customer_key,
        w.address, w.capacity_kva, w.account_manager, w.flags, w.tokens, w.due_on, w.opened_at, w.changed_at, w.search
      from jsonb_populate_recordset(null::case_write, p_writes) w
      where w.case_id = any(v_cases) and w.version = w.fact_count;
    end if;

    insert into fact (
      company_id, case_id, seq, type, happened_at, recorded_at, actor, command_id, body, prev_hash, hash,
      written_in)
    select p_company, f.case_id, f.seq, f.type, f.happened_at, f.recorded_at, f.actor, f.command_id, f.body,
      decode(f.prev_hash, 'hex'), decode(f.hash, 'hex'), pg_current_xact_id()::text::bigint
    from json_to_recordset(p_facts) as f(
      case_id text, seq int, type text, happened_at timestamptz, recorded_at timestamptz, actor text, command_id text,
      body text, prev_hash text, hash text)
    where f.case_id = any(v_cases);

    -- Tasks and timers that are set again are among those taken away, so that plain inserts do.
    if p_closed is not null then
      delete from task t using json_to_recordset(p_closed) as c(case_id text, task_id text)
      where t.company_id = p_company and t.case_id = c.case_id and t.task_id = c.task_id and c.case_id = any(v_cases);
    end if;

    if p_tasks is not null then
      insert into task (
        company_id, case_id, task_id, element_id, use_case, role, unit_id, voltage_class, stage, assignee, candidates,
        opened_at, clock_owner, due_on, urgency, place, kind, variant, case_number, customer_name, flags, state)
      select p_company, s.case_id, s.task_id, s.element_id, s.use_case, s.role, s.unit_id, s.voltage_class, s.stage,
        s.assignee, s.candidates, s.opened_at, s.clock_owner, s.due_on, s.urgency, s.place, s.kind, s.variant,
        s.case_number, s.customer_name, s.flags, s.state
      from json_to_recordset(p_tasks) as s(
        case_id text, task_id text, element_id text, use_case text, role text, unit_id text, voltage_class text,
        stage text, assignee text, candidates text[], opened_at timestamptz, clock_owner text, due_on date, urgency int,
        place text, kind text, variant text, case_number text, customer_name text, flags text[], state text)
      where s.case_id = any(v_cases);
    end if;

    if p_cleared is not null then
      delete from timer t using json_to_recordset(p_cleared) as c(case_id text, timer_id text)
      where t.company_id = p_company and t.timer_id = c.timer_id and c.case_id = any(v_cases);
    end if;

    if p_timers is not null then
      insert into timer (company_id, timer_id, case_id, due_at, kind, body)
      select p_company, s.timer_id, s.case_id, s.due_at, s.kind, s.body
      from json_to_recordset(p_timers) as s(case_id text, timer_id text, due_at timestamptz, kind text, body text)
      where s.case_id = any(v_cases);
    end if;

    if p_outbox is not null then
      insert into outbox (company_id, outbox_id, case_id, kind, body, recorded_at)
      select p_company, o.outbox_id, o.case_id, o.kind, o.body, o.recorded_at
      from json_to_recordset(p_outbox)
        as o(case_id text, outbox_id uuid, kind text, body text, recorded_at timestamptz)
      where o.case_id = any(v_cases)
      on conflict do nothing;
    end if;

    v_searched := array(select unnest(v_searched) intersect select unnest(v_cases));
    if cardinality(v_searched) > 0 then
      insert into case_search as s (company_id, case_id, text, grams)
      select p_company, w.case_id, w.search, platform.search_grams(w.search)
      from jsonb_to_recordset(p_writes) as w(case_id text, search text)
      where w.case_id = any(v_searched)
      on conflict (company_id, case_id) do update set text = excluded.text, grams = excluded.grams;
    end if;

    if cardinality(v_cases) = v_count then
      return null;
    end if;
  end if;

  return (
    select jsonb_agg(case
      when c.command_id is not null then jsonb_build_object(
        'caseId', w.case_id, 'kind', 'repeated', 'bodyHash', c.body_hash, 'answer', c.answer)
      else jsonb_build_object('caseId', w.case_id, 'kind', 'stale', 'version', coalesce(f.version, 0))
    end)
    from jsonb_to_recordset(p_writes) as w(case_id text, command_id text)
    left join command c on c.company_id = p_company and c.command_id = w.command_id
    left join case_file f on f.company_id = p_company and f.case_id = w.case_id
    where v_cases is null or w.case_id <> all(v_cases)
  );
end
$$;
