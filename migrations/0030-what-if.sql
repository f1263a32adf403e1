-- What-if results that somebody saved by name: what was asked, on which history, and what came out.
create table what_if_saved (
  company_id uuid not null,
  saved_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  staff_id text not null,
  saved_at timestamptz not null,
  content jsonb not null,
  primary key (company_id, saved_id)
);

create index what_if_saved_by_time on what_if_saved (company_id, saved_at desc);

select platform.raise_wall('what_if_saved', 'select, insert');
