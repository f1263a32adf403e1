-- Published standards of a company (processes, decision tables, calendars, clauses, prices …) and its stored files.

-- Immutable: publishing again makes the next version. Which version counts on a day is read from effective_from.
create table standard_version (
  company_id uuid not null,
  kind text not null,
  name text not null,
  version int not null check (version > 0),
  content_hash text not null,
  content text not null,
  source_note text not null,
  published_at timestamptz not null,
  effective_from date not null,
  published_by text not null,
  primary key (company_id, kind, name, version)
);
create index standard_version_in_force on standard_version (company_id, kind, name, effective_from desc, version desc);

-- A stored file; its bytes lie in the file store under their SHA-256.
create table file (
  company_id uuid not null,
  sha256 text not null,
  media_type text not null,
  bytes bigint not null,
  name text not null,
  width_px int,
  height_px int,
  stored_by text not null,
  stored_at timestamptz not null,
  primary key (company_id, sha256)
);

select platform.raise_wall('standard_version', 'select, insert');
select platform.raise_wall('file', 'select, insert');
