-- Networks of a company: each import is a version, kept as it was given. Which one counts on a day is read from effective_from.
create table network_version (
  company_id uuid not null,
  version int not null check (version > 0),
  content text not null,
  content_hash text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  effective_from date not null,
  primary key (company_id, version)
);

select platform.raise_wall('network_version', 'select, insert');
