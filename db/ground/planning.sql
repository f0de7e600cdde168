-- What stands behind `exists` in a policy PostgreSQL plans twice: to be asked for each row, and to be asked once for all
-- of them. Behind it stand the policies of the next table, planned twice each time, and so on: an answer in a poll took
-- half a second to plan and no time to write. `offset 0` changes nothing of what is found; it says that asking for each row
-- is enough. So it stands behind every `exists` of a policy of what is a school's, when it leads to a table with such
-- policies of its own for the same role. What is the whole country's, and what leads no further, is left as it is.
do $$
declare
  p record;
  rule text;
  signs text[];
  -- For each open bracket, whether it opens what must exist.
  opened boolean[];
  quote text;
  said text;
  rules text[];
begin
  for p in
    with reading as materialized (
      select polrelid, polroles from pg_policy where polcmd in ('r', '*') and pg_get_expr(polqual, polrelid) like '%EXISTS (%')
    select schemaname, tablename, policyname, qual, with_check
    from pg_policies join pg_policy on polname = policyname
      join pg_class on pg_class.oid = polrelid and relname = tablename
      join pg_namespace on pg_namespace.oid = relnamespace and nspname = schemaname
    where regexp_count(concat(qual, with_check), 'EXISTS \(') <> regexp_count(concat(qual, with_check), 'OFFSET 0')
      and exists (select from pg_depend join reading on reading.polrelid = refobjid and refobjid <> pg_policy.polrelid
          and reading.polroles && pg_policy.polroles
        where classid = 'pg_policy'::regclass and objid = pg_policy.oid and refclassid = 'pg_class'::regclass)
      and exists (select from pg_attribute where attrelid = polrelid and attname = 'school_id')
  loop
    rules := '{}';
    foreach rule in array array[p.qual, p.with_check] loop
      signs := string_to_array(rule, null);
      opened := '{}';
      quote := null;
      said := left(rule, 0);
      for place in 1 .. coalesce(array_length(signs, 1), 0) loop
        if signs[place] = quote then
          quote := null;
        elsif quote is null and signs[place] in ('''', '"') then
          quote := signs[place];
        elsif quote is null and signs[place] = '(' then
          opened := array_append(opened, right(said, 7) = 'EXISTS ');
        elsif quote is null and signs[place] = ')' then
          if opened[array_length(opened, 1)] and said !~ 'OFFSET 0\s*$' then said := said || ' OFFSET 0'; end if;
          opened := trim_array(opened, 1);
        end if;
        said := said || signs[place];
      end loop;
      rules := array_append(rules, said);
    end loop;
    execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
      || coalesce(' using (' || rules[1] || ')', '')
      || coalesce(' with check (' || rules[2] || ')', '');
  end loop;
end
$$;
