-- Offers out of the queue, since when a reservation stands as it does, when the supply was switched on and how it ended:
-- for the page of reservations, and so that the network's own figures can absorb a customer.
alter table capacity_reservation drop constraint capacity_reservation_state_check;
alter table capacity_reservation add constraint capacity_reservation_state_check
  check (state in ('waiting', 'offered', 'reserved', 'energised', 'ended'));
alter table capacity_reservation
  add column since timestamptz,
  add column energised_on date,
  add column ended_by text check (ended_by in ('left-queue', 'released', 'expired', 'absorbed'));

-- The wall keeps the owner out too; what stands already is filled in from the ledger's own record.
alter table capacity_reservation no force row level security;
alter table capacity_fact no force row level security;
update capacity_reservation r set
  since = coalesce(
    (select max(f.recorded_at) from capacity_fact f
      where f.company_id = r.company_id and f.reservation = r.reservation and f.fact ->> 'type' <> 'extended'),
    r.applied_at),
  energised_on = (select max(f.fact ->> 'on')::date from capacity_fact f
    where f.company_id = r.company_id and f.reservation = r.reservation and f.fact ->> 'type' = 'energised'),
  ended_by = case when r.state <> 'ended' then null else
    (select f.fact ->> 'type' from capacity_fact f
      where f.company_id = r.company_id and f.reservation = r.reservation order by f.seq desc limit 1) end;
alter table capacity_reservation force row level security;
alter table capacity_fact force row level security;
alter table capacity_reservation alter column since set not null;

drop index capacity_reservation_standing;
create index capacity_reservation_standing on capacity_reservation (company_id, state, expires_on)
  where state <> 'ended';
create index capacity_reservation_applied on capacity_reservation (company_id, applied_at, reservation);
create index capacity_fact_reservation on capacity_fact (company_id, reservation);
