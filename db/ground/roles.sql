-- The roles, once per cluster. None can log in, none owns anything, none sees past a policy.
do $$
declare role text;
begin
  foreach role in array array['house_rest', 'house_member', 'house_keeper', 'house_gate'] loop
    begin
      if not exists (select from pg_roles where rolname = role) then
        execute format('create role %I nologin noinherit nosuperuser nobypassrls', role);
      end if;
    exception when duplicate_object or unique_violation then null; -- another database of this cluster was first
    end;
  end loop;
end $$;
create schema if not exists gate;
