-- Supplies by account number (户号), as the last case that changed one left it: what an increase amends, and which temporary
-- supplies are on. Written with the case; the facts of the case say how it came about.
create table supply_account (
  company_id uuid not null,
  account_number text not null,
  case_id text not null,
  supply jsonb not null,
  is_on boolean not null,
  primary key (company_id, account_number)
);

select platform.raise_wall('supply_account', 'select, insert, update');
