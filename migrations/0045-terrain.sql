-- Ground of a company: roads, water, railways, buildings, protected areas, as the file that was given. The newest one counts.
create table terrain_version (
  company_id uuid not null,
  version int not null check (version > 0),
  file_name text not null,
  format text not null check (format in ('geojson', 'osm-pbf')),
  content bytea not null,
  content_hash text not null,
  features int not null check (features > 0),
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (company_id, version)
);

select platform.raise_wall('terrain_version', 'select, insert');
