-- Event logs of other systems, brought in to be analysed beside the company's own history: the file as it was given, and how
-- its columns are to be read. Whole, or not at all.
create table imported_log (
  company_id uuid not null,
  log_id uuid not null,
  file_name text not null,
  content bytea not null,
  content_hash text not null,
  guide text not null,
  events int not null check (events > 0),
  cases int not null check (cases > 0),
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (company_id, log_id),
  unique (company_id, content_hash)
);

select platform.raise_wall('imported_log', 'select, insert, delete');
