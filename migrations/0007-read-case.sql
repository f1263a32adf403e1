-- Reading one case in one round trip. Each runs on one shard and opens the wall itself.

create function read_facts(p_company uuid, p_case text, p_after int) returns setof fact
language plpgsql
as $$
begin
  perform set_config('app.company', p_company::text, true);
  return query
    select * from fact f where f.company_id = p_company and f.case_id = p_case and f.seq > p_after order by f.seq;
end
$$;

create function read_case_file(p_company uuid, p_case text) returns setof case_file
language plpgsql
as $$
begin
  perform set_config('app.company', p_company::text, true);
  return query select * from case_file f where f.company_id = p_company and f.case_id = p_case;
end
$$;

create function read_command(p_company uuid, p_command text) returns setof command
language plpgsql
as $$
begin
  perform set_config('app.company', p_company::text, true);
  return query select * from command c where c.company_id = p_company and c.command_id = p_command;
end
$$;
