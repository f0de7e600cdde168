-- What stands behind `exists` in a policy PostgreSQL plans twice: to be asked for each row, and to be asked once for all
-- of them. Behind it stand the policies of the next table, planned twice each time, and so on: an answer in a poll, four
-- tables deep, took half a second to plan and no time to write. `offset 0` changes nothing of what is found; it says that
-- asking for each row is enough. So it stands behind every `exists` of every policy, whoever writes the next one.
create or replace function pg_temp.planned_once(expression text) returns text language plpgsql as $$
declare
  signs text[] := string_to_array(expression, null);
  -- For each open bracket, whether it opens what must exist.
  opened boolean[] := '{}';
  quote text;
  said text := '';
begin
  for place in 1 .. coalesce(array_length(signs, 1), 0) loop
    if signs[place] = quote then
      quote := null;
    elsif quote is null and signs[place] in ('''', '"') then
      quote := signs[place];
    elsif quote is null and signs[place] = '(' then
      opened := opened || (right(said, 7) = 'EXISTS ');
    elsif quote is null and signs[place] = ')' then
      if opened[array_length(opened, 1)] then said := said || ' OFFSET 0'; end if;
      opened := trim_array(opened, 1);
    end if;
    said := said || signs[place];
  end loop;
  return said;
end
$$;

do $$
declare p record;
begin
  for p in
    select schemaname, tablename, policyname, qual, with_check from pg_policies
    where concat(qual, with_check) like '%EXISTS (%' and concat(qual, with_check) not like '%OFFSET 0%'
  loop
    execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
      || case when p.qual is null then '' else format(' using (%s)', pg_temp.planned_once(p.qual)) end
      || case when p.with_check is null then '' else format(' with check (%s)', pg_temp.planned_once(p.with_check)) end;
  end loop;
end
$$;

drop function pg_temp.planned_once(text);
