-- The capacity ledger of a company: one row that every command locks, reservations as they stand, what each place has
-- promised, and every fact in its order. Only promises the network leaves room for are written: `promised_within` is
-- what was open when the place last promised anything.
create table capacity_ledger (
  company_id uuid primary key,
  last_seq bigint not null default 0
);

create table capacity_reservation (
  company_id uuid not null,
  reservation text not null,
  case_id text,
  applied_at timestamptz not null,
  amounts jsonb not null,
  state text not null check (state in ('waiting', 'reserved', 'energised', 'ended')),
  expires_on date,
  primary key (company_id, reservation)
);
create index capacity_reservation_case on capacity_reservation (company_id, case_id);
create index capacity_reservation_standing on capacity_reservation (company_id, state, expires_on)
  where state in ('waiting', 'reserved');

create table capacity_place (
  company_id uuid not null,
  place text not null,
  taken double precision not null check (taken > -1e-6),
  promised_within double precision not null,
  constraint capacity_place_not_overbooked check (taken <= promised_within + 1e-6),
  primary key (company_id, place)
);

create table capacity_fact (
  company_id uuid not null,
  seq bigint not null,
  command_id text not null,
  reservation text not null,
  recorded_at timestamptz not null,
  actor text not null,
  fact jsonb not null,
  primary key (company_id, seq)
);
create index capacity_fact_command on capacity_fact (company_id, command_id);

select platform.raise_wall('capacity_ledger', 'select, insert, update');
select platform.raise_wall('capacity_reservation', 'select, insert, update');
select platform.raise_wall('capacity_place', 'select, insert, update');
select platform.raise_wall('capacity_fact', 'select, insert');
