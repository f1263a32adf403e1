-- Roles, schemas and the wall between companies.
--
-- Every table of ours carries company_id first in its key and is walled by platform.raise_wall: row-level security,
-- forced, so that the owner of the table stands behind the wall too. The wall opens for one company and one
-- transaction by the setting app.company. Schemas of libraries (job, account) and platform itself are exempt and
-- listed in src/casefile/write/walls.db.test.ts.

-- The server itself works as tongdian_app, which owns no table of ours. tongdian_lookup is nobody's login: the few
-- functions that must look across the wall, or need an index the wall keeps from being used, belong to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tongdian_app') then
    create role tongdian_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'tongdian_lookup') then
    create role tongdian_lookup nologin;
  end if;
  execute format('grant tongdian_app, tongdian_lookup to %I', current_user);
end
$$;

revoke create on schema public from public;
grant usage on schema public to tongdian_app, tongdian_lookup;
create schema if not exists platform;
grant usage on schema platform to tongdian_app, tongdian_lookup;
-- The job library keeps its own tables here and makes them itself.
create schema job authorization tongdian_app;

-- What this database is: one row. A test clock exists only in a database made with one.
create table platform.mark (
  one boolean primary key default true check (one),
  clock text not null check (clock in ('real', 'test')),
  clock_at timestamptz
);
grant select, update on platform.mark to tongdian_app;

create function platform.company() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.company', true), '')::uuid $$;

-- Walls a table of ours and grants what the server may do with it; append-only tables are granted 'select, insert'.
create function platform.raise_wall(p_table regclass, p_may text default 'select, insert, update, delete')
returns void language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format(
    'create policy company_wall on %s to public
       using (company_id = nullif(current_setting(''app.company'', true), '''')::uuid)
       with check (company_id = nullif(current_setting(''app.company'', true), '''')::uuid)', p_table);
  execute format('grant %s on %s to tongdian_app', p_may, p_table);
end
$$;
revoke execute on function platform.raise_wall(regclass, text) from public;
