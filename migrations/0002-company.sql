-- The company, its units and its people.

create table company (
  company_id uuid primary key,
  name text not null,
  -- Short name in addresses and accounts, `demo`.
  code text not null unique,
  -- Province whose rates apply, GB/T 2260 two-digit code.
  province text,
  opened_at timestamptz not null default now()
);

create table unit (
  company_id uuid not null,
  unit_id text not null,
  name text not null,
  parent_id text,
  kind text not null,
  primary key (company_id, unit_id),
  foreign key (company_id, parent_id) references unit (company_id, unit_id)
);

create table staff (
  company_id uuid not null,
  staff_id text not null,
  name text not null,
  unit_id text not null,
  phone text,
  active boolean not null default true,
  -- Last day of an absence; while it lasts, cover_staff_id stands in.
  absent_until date,
  cover_staff_id text,
  primary key (company_id, staff_id),
  foreign key (company_id, unit_id) references unit (company_id, unit_id),
  foreign key (company_id, cover_staff_id) references staff (company_id, staff_id)
);
create index staff_by_unit on staff (company_id, unit_id);

-- One role a person holds: in one unit (null: in every unit) and for some voltage classes.
create table staff_role (
  company_id uuid not null,
  staff_id text not null,
  role text not null,
  unit_id text,
  voltage_classes text[] not null,
  unique nulls not distinct (company_id, staff_id, role, unit_id),
  foreign key (company_id, staff_id) references staff (company_id, staff_id) on delete cascade,
  foreign key (company_id, unit_id) references unit (company_id, unit_id)
);
create index staff_role_by_role on staff_role (company_id, role);

select platform.raise_wall('company', 'select, insert, update');
select platform.raise_wall('unit');
select platform.raise_wall('staff');
select platform.raise_wall('staff_role');
