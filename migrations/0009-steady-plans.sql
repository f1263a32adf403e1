-- Plans of these functions are kept for as long as a connection lives. One made while the tables were empty would read
-- them from end to end for ever after; every statement in them goes by a key, so nothing else is offered.
do $$
declare
  v_function text;
  v_setting text;
begin
  foreach v_function in array array[
    'append_case_writes(uuid, jsonb, json, json, json, json, json, json)',
    'read_facts(uuid, text, int)', 'read_case_file(uuid, text)', 'read_command(uuid, text)'
  ] loop
    foreach v_setting in array array['enable_seqscan', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin'] loop
      execute format('alter function %s set %s = off', v_function, v_setting);
    end loop;
  end loop;
end
$$;
