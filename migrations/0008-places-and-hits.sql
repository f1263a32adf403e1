-- A whole list in its order, for people who see many roles' tasks (managers, teams).
create index task_by_place on task (company_id, place, case_id, task_id);

-- Search looks at no more hits than somebody could read: a word that half the cases hold must not read half the cases.
-- Of up to two hundred hits it gives the newest; of more, two hundred of them, newest first.
create or replace function search_cases(p_company uuid, p_text text, p_limit int) returns setof text
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
    with hits as materialized (
      select s.case_id from case_search s
      where s.company_id = p_company and s.grams @> v_grams and lower(s.text) like all (v_words)
      limit greatest(p_limit, 200)
    )
    select hits.case_id from hits order by hits.case_id desc limit p_limit;
end
$$;
