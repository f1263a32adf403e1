-- Search by address at a million cases: a road is on five hundred of them, and only reading each told which was number 57.
--
-- A number of one or two digits is now a piece of its own, so that road and number together are looked up. Such a word finds
-- that number alone, 5 and not 15 or 250; longer ones are found by any part of them, as before.
--
-- The pieces stand in the index and nowhere else: the row that is read to hold the text against the words is a quarter as long.
create or replace function platform.search_grams(p_text text) returns text[]
language sql immutable parallel safe
as $$
  select coalesce(array_agg(distinct substr(run.word, place, run.width)), '{}')
  from (
    select m[1] as word,
      case
        when length(m[1]) < 3 and m[1] ~ '^[0-9]+$' then length(m[1]) when m[1] < U&'\0080' then 3 else 2
      end as width
    from regexp_matches(lower(p_text), '([a-z0-9]+|[^\x01-\x7f]+)', 'g') as m
  ) as run,
  lateral generate_series(1, length(run.word) - run.width + 1) as place
$$;

-- The column takes its index along.
alter table case_search drop column grams;
create index case_search_grams on case_search using gin (platform.search_grams(text)) with (fastupdate = off);

-- As in 0008, by the index. Nothing but the index is offered: making the pieces of every row takes far too long.
create or replace function search_cases(p_company uuid, p_text text, p_limit int) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp
set enable_seqscan = off
set enable_indexscan = off
as $$
declare
  v_grams text[] := platform.search_grams(p_text);
  v_words text[] := array(
    select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from regexp_split_to_table(lower(trim(p_text)), '\s+') as w where w <> '');
begin
  if p_company is distinct from platform.company() or cardinality(v_grams) = 0 then
    return;
  end if;
  return query
    with hits as materialized (
      select s.case_id from case_search s
      where s.company_id = p_company and platform.search_grams(s.text) @> v_grams and lower(s.text) like all (v_words)
      limit greatest(p_limit, 200)
    )
    select hits.case_id from hits order by hits.case_id desc limit p_limit;
end
$$;

-- The one write. Every change of every case goes through here: case row with version check, facts, tasks, timers,
-- outbox and the remembered answer, in one transaction, for one case or for many different cases of one company.
--
-- p_writes: one object per case (see src/casefile/write/case-write-sql.ts), no case twice. The other arguments hold the
-- rows of all of them and may be null. Returns null when everything was written; otherwise one object for each write
-- that was not: {caseId, kind: 'repeated', bodyHash, answer} or {caseId, kind: 'stale', version}. Nothing of such a
-- write is kept. It runs wholly on one shard, so it sets app.company itself.
create or replace function append_case_writes(p_company uuid, p_writes jsonb, p_tasks json, p_timers json, p_outbox json)
returns jsonb
language plpgsql
-- Planning each statement anew costs more than running it, and every statement here goes by keys it has in its hand.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_bitmapscan = off
set enable_nestloop = off
set enable_mergejoin = off
as $$
declare
  v_writes case_write[] := array(select w from jsonb_populate_recordset(null::case_write, p_writes) as w);
  v_asked text[] := array(select w.case_id from unnest(v_writes) as w);
  v_cases text[];
  v_searched text[];
  v_cleared text[];
  v_opened boolean;
  v_written_in bigint := pg_current_xact_id()::text::bigint;
begin
  perform set_config('app.company', p_company::text, true);

  -- Locks the cases in one order everywhere, and keeps those that stand where the decision saw them.
  with locked as materialized (
    select f.case_id, f.version, f.search from case_file f
    where f.company_id = p_company and f.case_id = any(v_asked)
    order by f.case_id
    for update
  )
  select array_agg(w.case_id),
         array_agg(w.case_id) filter (where l.search is distinct from w.search),
         bool_or(l.case_id is null)
  into v_cases, v_searched, v_opened
  from unnest(v_writes) as w left join locked l on l.case_id = w.case_id
  where coalesce(l.version, 0) = w.version - w.fact_count;

  -- A command id that is here already was answered before.
  with remembered as (
    insert into command (company_id, command_id, case_id, body_hash, answer, recorded_at)
    select p_company, w.command_id, w.case_id, w.body_hash, w.answer, w.changed_at
    from unnest(v_writes) as w
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
    from unnest(v_writes) as w
    where f.company_id = p_company and f.case_id = any(v_cases) and f.case_id = w.case_id
      and w.version > w.fact_count;

    if v_opened then
      insert into case_file (
        company_id, case_id, case_number, version, head_hash, status, kind, variant, process_name, process_version,
        stage, unit_id, voltage_class, customer_name, customer_key, address, capacity_kva, account_manager, flags,
        tokens, due_on, opened_at, changed_at, search)
      select p_company, w.case_id, w.case_number, w.version, decode(w.head_hash, 'hex'), w.status, w.kind, w.variant,
        w.process_name, w.process_version, w.stage, w.unit_id, w.voltage_class, w.customer_name, w.customer_key,
        w.address, w.capacity_kva, w.account_manager, w.flags, w.tokens, w.due_on, w.opened_at, w.changed_at, w.search
      from unnest(v_writes) as w
      where w.case_id = any(v_cases) and w.version = w.fact_count;
    end if;

    insert into fact (
      company_id, case_id, seq, type, happened_at, recorded_at, actor, command_id, body, prev_hash, hash,
      written_in)
    select p_company, w.case_id, w.version - w.fact_count + f.place, f.type, coalesce(f.happened_at, w.changed_at),
      w.changed_at, w.actor, w.command_id, f.body,
      decode(case when f.place = 1 then w.prev_hash else w.fact_hashes[f.place - 1] end, 'hex'), decode(f.hash, 'hex'),
      v_written_in
    from unnest(v_writes) as w,
      unnest(w.fact_types, w.fact_bodies, w.fact_hashes, w.happened_at) with ordinality
        as f(type, body, hash, happened_at, place)
    where w.case_id = any(v_cases);

    -- Tasks and timers that are set again are among those taken away, so that plain inserts do.
    delete from task t
    using (
      select w.case_id, closed.task_id from unnest(v_writes) as w, unnest(w.closed_tasks) as closed(task_id) offset 0
    ) as gone
    where t.company_id = p_company and t.case_id = any(v_cases) and t.case_id = gone.case_id
      and t.task_id = gone.task_id;

    if p_tasks is not null then
      insert into task (
        company_id, case_id, task_id, element_id, use_case, role, unit_id, voltage_class, stage, assignee, candidates,
        opened_at, clock_owner, due_on, urgency, place, kind, variant, case_number, customer_name, flags, state,
        limit_days, used_days)
      select p_company, s.case_id, s.task_id, s.element_id, s.use_case, s.role, s.unit_id, s.voltage_class, s.stage,
        s.assignee, s.candidates, s.opened_at, s.clock_owner, s.due_on, s.urgency, s.place, s.kind, s.variant,
        s.case_number, s.customer_name, s.flags, s.state, s.limit_days, s.used_days
      from json_to_recordset(p_tasks) as s(
        case_id text, task_id text, element_id text, use_case text, role text, unit_id text, voltage_class text,
        stage text, assignee text, candidates text[], opened_at timestamptz, clock_owner text, due_on date, urgency int,
        place text, kind text, variant text, case_number text, customer_name text, flags text[], state text,
        limit_days int, used_days int)
      where s.case_id = any(v_cases);
    end if;

    v_cleared := array(
      select gone.timer_id from unnest(v_writes) as w, unnest(w.cleared_timers) as gone(timer_id)
      where w.case_id = any(v_cases));
    if cardinality(v_cleared) > 0 then
      delete from timer t where t.company_id = p_company and t.timer_id = any(v_cleared);
    end if;

    if p_timers is not null then
      insert into timer (company_id, timer_id, case_id, due_at, kind, body)
      select p_company, t.timer_id, s.case_id, t.due_at, t.kind, t.body
      from json_to_recordset(p_timers)
          as s(case_id text, timer_ids text[], due_ats timestamptz[], kinds text[], bodies text[]),
        unnest(s.timer_ids, s.due_ats, s.kinds, s.bodies) as t(timer_id, due_at, kind, body)
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

    if v_searched && v_cases then
      insert into case_search as s (company_id, case_id, text)
      select p_company, w.case_id, w.search
      from unnest(v_writes) as w
      where w.case_id = any(v_searched) and w.case_id = any(v_cases)
      on conflict (company_id, case_id) do update set text = excluded.text;
    end if;

    if cardinality(v_cases) = cardinality(v_asked) then
      return null;
    end if;
  end if;

  return (
    select jsonb_agg(case
      when c.command_id is not null then jsonb_build_object(
        'caseId', w.case_id, 'kind', 'repeated', 'bodyHash', c.body_hash, 'answer', c.answer)
      else jsonb_build_object('caseId', w.case_id, 'kind', 'stale', 'version', coalesce(f.version, 0))
    end)
    from unnest(v_writes) as w
    left join command c on c.company_id = p_company and c.command_id = w.command_id
      and c.command_id = any(array(select a.command_id from unnest(v_writes) as a))
    left join case_file f on f.company_id = p_company and f.case_id = w.case_id and f.case_id = any(v_asked)
    where v_cases is null or w.case_id <> all(v_cases)
  );
end
$$;
