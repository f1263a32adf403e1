-- Search by any part of a name, number or address, Chinese or Latin.

-- The pieces a text is found by: every two neighbouring characters of Chinese, every three of Latin letters and digits.
create function platform.search_grams(p_text text) returns text[]
language sql immutable parallel safe
as $$
  select coalesce(array_agg(distinct substr(run.word, place, run.width)), '{}')
  from (
    select m[1] as word, case when m[1] < U&'\0080' then 3 else 2 end as width
    from regexp_matches(lower(p_text), '([a-z0-9]+|[^\x01-\x7f]+)', 'g') as m
  ) as run,
  lateral generate_series(1, length(run.word) - run.width + 1) as place
$$;

grant select on case_search, case_file, company to tongdian_lookup;
create policy lookup_reads on case_search for select to tongdian_lookup using (true);
create policy lookup_reads on company for select to tongdian_lookup using (true);

-- Cases of the company whose search text holds every word of p_text, newest case id first. A function of its own,
-- because behind the wall PostgreSQL may use an index only with operators it knows to leak nothing, and those on
-- arrays are not among them. It answers for the company the wall is open for and for no other.
create function search_cases(p_company uuid, p_text text, p_limit int) returns setof text
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  v_grams text[] := platform.search_grams(p_text);
  v_words text[] := array(
    select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from regexp_split_to_table(lower(trim(p_text)), '\s+') as w where w <> '');
begin
  if p_company is distinct from platform.company() or cardinality(v_grams) = 0 then
    return;
  end if;
  return query
    select s.case_id from case_search s
    where s.company_id = p_company and s.grams @> v_grams and lower(s.text) like all (v_words)
    order by s.case_id desc
    limit p_limit;
end
$$;

-- Every company of this database, for the loops that serve them one after another.
create function list_companies() returns table (company_id uuid, name text, code text)
language sql stable security definer set search_path = public, pg_temp
as $$ select c.company_id, c.name, c.code from company c order by c.code $$;

grant create on schema public to tongdian_lookup;
alter function search_cases(uuid, text, int) owner to tongdian_lookup;
alter function list_companies() owner to tongdian_lookup;
revoke create on schema public from tongdian_lookup;
revoke execute on function search_cases(uuid, text, int), list_companies() from public;
grant execute on function search_cases(uuid, text, int), list_companies() to tongdian_app;
