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
  -- A program with a token is a member who may less: it inherits her policies, and machines.sql takes away from them.
  begin
    if not exists (select from pg_roles where rolname = 'house_machine') then
      create role house_machine nologin inherit nosuperuser nobypassrls;
    end if;
  exception when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role('house_machine', 'house_member', 'member') then grant house_member to house_machine; end if;
  -- Whoever migrates hands the trail's function to the scribe, for which she must be one herself.
  execute format('grant house_scribe to %I', current_user);
  -- One function is the keeper's and one the gate's (polls.sql). Whoever migrates is these only until they stand: FORCE
  -- holds her too.
  foreach role in array array['house_keeper', 'house_gate'] loop
    if not pg_has_role(current_user, role, 'usage') then
      execute format('grant %I to %I', role, current_user);
      perform set_config('house.lent', concat_ws(',', nullif(current_setting('house.lent', true), ''), role), false);
    end if;
  end loop;
end $$;
create schema if not exists gate;
