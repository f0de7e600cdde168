-- Whoever is taken in was noted by us and has no account yet: nobody draws a stranger in to read her number. She who has
-- an account comes by invitation, which is the keeper's work. A trigger, because a policy of memberships that reads
-- people, whose own policy reads memberships, goes round in circles.
create or replace function house_takes_in() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('house_member', 'house_machine') and not exists (
    select from people where id = new.person_id and noted_by = new.organisation_id and account_id is null) then
    raise insufficient_privilege using message = 'only whom we noted ourselves is taken in';
  end if;
  return new;
end $$;
create or replace trigger house_takes_in before insert on memberships for each row execute function house_takes_in();
-- Who does not lead gives nobody the lead and takes it from nobody; and who arranges a partner's people gives them what
-- she has herself. A policy sees the row as it was or as it becomes, never both, so this is a trigger.
create or replace function house_gives_roles() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  leads constant text[] := array['directeur', 'teamleider', 'bestuurder'];
  mine text[] := string_to_array(current_setting('house.roles', true), ',');
  before text[] := case when tg_op = 'INSERT' then '{}' else old.roles end;
  given text[] := case when tg_op = 'DELETE' then '{}' else new.roles end;
begin
  if current_user <> 'house_member' or mine && leads then return coalesce(new, old); end if;
  if array(select unnest(before) intersect select unnest(leads) order by 1)
     <> array(select unnest(given) intersect select unnest(leads) order by 1)
     or (tg_op = 'UPDATE' and before && leads and (old."from", old.until) is distinct from (new."from", new.until)) then
    raise insufficient_privilege using message = 'who leads is said by who leads';
  end if;
  if not coalesce(mine, '{}') @> array['administratie'] and exists (
    select from unnest(given) role where role <> 'partnercontact' and role <> all (before)) then
    raise insufficient_privilege using message = 'one gives what one has oneself';
  end if;
  return coalesce(new, old);
end $$;
create or replace trigger house_gives_roles before insert or update or delete on memberships for each row execute function house_gives_roles();
-- An invitation makes whoever answers it the person who was noted: where it goes, for who leads, only who leads says.
create or replace function house_keeps_address() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'house_member' and old.mail is distinct from new.mail and old.account_id is null
     and not coalesce(string_to_array(current_setting('house.roles', true), ',') && array['directeur', 'teamleider', 'bestuurder'], false)
     and exists (select from memberships where person_id = old.id and roles && array['directeur', 'teamleider', 'bestuurder']) then
    raise insufficient_privilege using message = 'the address of who leads is said by who leads';
  end if;
  return new;
end $$;
create or replace trigger house_keeps_address before update on people for each row execute function house_keeps_address();
-- The letter is what gives the roles: who may not give them does not send it.
create or replace function house_invites() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'house_member' and new.person_id is not null
     and not coalesce(string_to_array(current_setting('house.roles', true), ',') && array['directeur', 'teamleider', 'bestuurder'], false)
     and exists (select from memberships where organisation_id = new.organisation_id and person_id = new.person_id
       and roles && array['directeur', 'teamleider', 'bestuurder']) then
    raise insufficient_privilege using message = 'who leads is invited by who leads';
  end if;
  return new;
end $$;
create or replace trigger house_invites before insert on invitations for each row execute function house_invites();
-- What was decided stays, also when whoever proposed it would rather it had not been: with its choice it would go.
create or replace function house_keeps_decisions() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('house_member', 'house_machine') and exists (
    select from decisions where school_id = old.school_id and choice_id = old.id) then
    raise insufficient_privilege using message = 'what was decided stays';
  end if;
  return old;
end $$;
create or replace trigger house_keeps_decisions before delete on choices for each row execute function house_keeps_decisions();
-- Who does a task says that it is done; what it is, when and by whom is said by whoever directs the playbook. A policy sees
-- the row as it was or as it becomes, never both, so this is a trigger.
create or replace function house_keeps_tasks() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user in ('house_member', 'house_machine') and to_jsonb(old) - 'done_on' <> to_jsonb(new) - 'done_on'
     and not coalesce(string_to_array(current_setting('house.roles', true), ',') && array['directeur', 'teamleider', 'eventmanager'], false)
     and not exists (select from playbooks where school_id = old.school_id and id = old.playbook_id
       and owner_id = nullif(current_setting('house.person', true), '')::uuid) then
    raise insufficient_privilege using message = 'a task is set by who holds the playbook';
  end if;
  return new;
end $$;
create or replace trigger house_keeps_tasks before update on playbook_tasks for each row execute function house_keeps_tasks();

-- What is kept of a group goes with it. The group is another room's, whose door has no place for one table more: here.
do $$
declare t text;
begin
  foreach t in array array['lessons', 'session_groups', 'group_changes', 'feeds'] loop
    if to_regclass('public.' || t) is not null and not exists (select from pg_constraint where conname = t || '_of_a_group') then
      execute format('alter table %I add constraint %I foreign key (school_id, group_id) references groups (school_id, id) on delete cascade', t, t || '_of_a_group');
    end if;
  end loop;
end $$;
-- A link to vote is of who works here: after her last day it gives no voice. A policy of voters that reads memberships,
-- whose own policy reads voters, goes round in circles.
create or replace function house_votes() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_user = 'house_guest' and not exists (
    select from memberships where organisation_id = new.school_id and person_id = new.person_id
      and (until is null or until >= current_date)) then
    raise insufficient_privilege using message = 'who has left does not vote';
  end if;
  return new;
end $$;
create or replace trigger house_votes before update on poll_voters for each row execute function house_votes();
