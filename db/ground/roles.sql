-- The roles, once per cluster. None can log in, none owns anything, none sees past a policy.
do $$
declare role text;
begin
  foreach role in array array['house_rest', 'house_member', 'house_keeper', 'house_guest', 'house_gate', 'house_scribe'] loop
    begin
      if not exists (select from pg_roles where rolname = role) then
        execute format('create role %I nologin noinherit nosuperuser nobypassrls', role);
      end if;
    exception when duplicate_object or unique_violation then null; -- another database of this cluster was first
    end;
  end loop;
  -- Whoever migrates hands the trail's function to the scribe, for which she must be one herself.
  execute format('grant house_scribe to %I', current_user);
end $$;
create schema if not exists gate;
