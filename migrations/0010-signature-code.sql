-- Codes a customer proves a signature with: one standing code for each step, only its hash, gone once used or run out.
create table signature_code (
  company_id uuid not null,
  case_id text not null,
  task_id text not null,
  customer_key text not null,
  code_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left int not null,
  primary key (company_id, case_id, task_id, customer_key)
);

select platform.raise_wall('signature_code');
