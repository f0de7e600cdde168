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
