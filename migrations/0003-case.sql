-- A case is its facts. Everything else here is a projection of them that can be made again.

create table fact (
  company_id uuid not null,
  case_id text not null,
  seq int not null,
  type text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  command_id text not null,
  -- Canonical JSON text, not jsonb: the hash is taken over exactly these characters.
  body text not null,
  -- SHA-256, see src/casefile/write/fact-hash.ts.
  prev_hash bytea not null,
  hash bytea not null,
  -- Number of the transaction that wrote it: what is new since a snapshot, for the checkpoints.
  written_in bigint not null,
  primary key (company_id, case_id, seq)
);
create index fact_by_writing on fact using brin (written_in) with (pages_per_range = 16, autosummarize = on);

create table case_file (
  company_id uuid not null,
  case_id text not null,
  case_number text not null,
  version int not null,
  head_hash bytea not null,
  status text not null,
  kind text not null,
  variant text,
  process_name text,
  process_version int,
  stage text,
  unit_id text not null,
  voltage_class text not null,
  customer_name text not null,
  customer_key text,
  address text not null,
  capacity_kva numeric,
  account_manager text,
  flags text[] not null default '{}',
  -- Canonical JSON of the token state.
  tokens text not null,
  due_on date,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  search text not null,
  primary key (company_id, case_id)
) with (fillfactor = 80);
-- No index on what every step changes (version, changed_at, stage): a step then rewrites the row on its own page.
create unique index case_file_number on case_file (company_id, case_number);
create index case_file_by_customer on case_file (company_id, customer_key, opened_at desc) where customer_key is not null;
create index case_file_by_status on case_file (company_id, status, opened_at desc, case_id desc);

-- A person's list. Closed tasks are deleted here; that they were done is a fact.
create table task (
  company_id uuid not null,
  case_id text not null,
  task_id text not null,
  element_id text not null,
  use_case text not null,
  role text not null,
  unit_id text not null,
  voltage_class text not null,
  stage text,
  assignee text,
  candidates text[] not null default '{}',
  opened_at timestamptz not null,
  clock_owner text not null,
  due_on date,
  urgency int not null,
  -- Place in every list: urgency, due date, opening; with case_id and task_id a stable key to page by.
  place text collate "C" not null,
  kind text not null,
  variant text,
  case_number text not null,
  customer_name text not null,
  flags text[] not null default '{}',
  -- open, waiting
  state text not null,
  primary key (company_id, case_id, task_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
create index task_of_person on task (company_id, assignee, place, case_id, task_id) where assignee is not null;
create index task_of_role on task (company_id, role, place, case_id, task_id);
create index task_with_candidates on task (company_id, place, case_id, task_id) where candidates <> '{}';

create table timer (
  company_id uuid not null,
  timer_id text not null,
  case_id text not null,
  due_at timestamptz not null,
  kind text not null,
  body text not null,
  primary key (company_id, timer_id)
);
create index timer_by_due on timer (company_id, due_at, timer_id);

-- Messages on their way to the job queue; handed over under their own id and then deleted here.
create table outbox (
  company_id uuid not null,
  outbox_id uuid not null,
  case_id text not null,
  kind text not null,
  body text not null,
  recorded_at timestamptz not null,
  primary key (company_id, outbox_id)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

-- What was answered to whom: a repeat gets the first answer, the same id with another body is refused.
create table command (
  company_id uuid not null,
  command_id text not null,
  case_id text not null,
  body_hash text not null,
  answer text not null,
  recorded_at timestamptz not null,
  primary key (company_id, command_id)
);

-- Search text of a case and its pieces, written only when the text changes.
create table case_search (
  company_id uuid not null,
  case_id text not null,
  text text not null,
  grams text[] not null,
  primary key (company_id, case_id)
);
create index case_search_grams on case_search using gin (grams) with (fastupdate = off);

select platform.raise_wall('fact', 'select, insert');
select platform.raise_wall('case_file', 'select, insert, update');
select platform.raise_wall('task');
select platform.raise_wall('timer');
select platform.raise_wall('outbox');
select platform.raise_wall('command', 'select, insert, delete');
select platform.raise_wall('case_search', 'select, insert, update');
