-- Accounts: who may sign in. Behind no company wall, as a sign-in does not know its company yet; exempt and listed.
--
-- The first five tables belong to the account library (better-auth 1.7) and have its columns; the kind, company and
-- staff member of an account are ours. The others are ours alone.

create schema account;
grant usage on schema account to tongdian_app;

create table account."user" (
  id text primary key,
  kind text not null check (kind in ('staff', 'customer')),
  company_id uuid not null,
  staff_id text,
  active boolean not null default true,
  name text not null,
  -- The library wants an address; none of ours is ever written to.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  phone_number text unique,
  phone_number_verified boolean,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (company_id, staff_id),
  check (case kind
    when 'staff' then staff_id is not null and username is not null and phone_number is null
    else staff_id is null and username is null and phone_number is not null end)
);

create table account.session (
  id text primary key,
  user_id text not null references account."user" (id) on delete cascade,
  token text not null unique,
  -- Moves on with use: the end of the idle time.
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_by_user on account.session (user_id);

-- The password of an account (provider `credential`), hashed with scrypt.
create table account.account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references account."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_by_user on account.account (user_id);

-- Codes sent and second steps under way.
create table account.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on account.verification (identifier);

create table account.two_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references account."user" (id) on delete cascade,
  verified boolean default true,
  failed_verification_count int default 0,
  locked_until timestamptz
);
create unique index two_factor_by_user on account.two_factor (user_id);
create index two_factor_by_secret on account.two_factor (secret);

-- How often something was tried since when: codes sent, sign-ins, per phone and per address.
create table account.attempt (
  key text primary key,
  window_started_at timestamptz not null,
  count int not null
);

-- Failed sign-ins in a row of one login, whether there is such a login or not.
create table account.lockout (
  login text primary key,
  failures int not null,
  locked_until timestamptz
);

-- Codes of an authenticator that were used: each counts once (RFC 6238 §5.2).
create table account.used_code (
  user_id text not null references account."user" (id) on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (user_id, code)
);

-- One-time tokens with which a member of staff sets password and authenticator; only the hash is kept.
create table account.setup_token (
  token_hash text primary key,
  user_id text not null unique references account."user" (id) on delete cascade,
  expires_at timestamptz not null,
  -- Chosen, and waiting for the first code of the authenticator.
  password_hash text,
  totp_secret text
);

grant select, insert, update, delete on all tables in schema account to tongdian_app;
