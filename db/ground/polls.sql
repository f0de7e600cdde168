-- The address with which whoever acts signs in, once a letter to it was answered. The database's own word, not that of
-- whoever asks; as the gate, for nobody else comes near its tables, and for the function below only.
create or replace function house_proven_address() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select email from gate."user" where id = nullif(current_setting('house.account', true), '') and email_verified
$$;
grant create on schema public to house_gate;
alter function house_proven_address() owner to house_gate;
revoke create on schema public from house_gate;
revoke execute on function house_proven_address() from public, house_guest, house_member;
grant execute on function house_proven_address() to house_keeper;

-- Somebody at a partner who is asked when she can, by whichever of the schools she serves: on her own Vandaag stands what
-- the letter in her mailbox says too. A function, asked there once: a policy by which she read meetings would lead on to
-- who is invited, faces and lines, and every look of a colleague at a meeting would be planned with it.
-- Hers is what went to a face of her own organisation at the address she signs in with, and still opens: that address is
-- proven, while her name and the address on her card she writes herself. Of others it says nothing.
drop function if exists house_polls_on_face(timestamptz, text);
create or replace function house_polls_on_face(at timestamptz)
returns table (school_id uuid, meeting_id uuid, invitee_id uuid, title text, maker_name text, school_name text, answer_by text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.school_id, m.id, l.id, m.title, m.maker_name, m.school_name, m.answer_by::text
  from people p
  join relations r on r.organisation_id = nullif(current_setting('house.organisation', true), '')::uuid
    and (r.until is null or r.until >= current_date)
  join faces f on f.school_id = r.school_id and f.relation_id = r.id and (f.left_on is null or f.left_on > current_date)
  join meeting_links l on l.school_id = f.school_id and l.face_id = f.id and l.ended_at is null
  join meeting_addresses a on a.school_id = l.school_id and a.meeting_id = l.meeting_id and a.id = l.id
  join meetings m on m.school_id = l.school_id and m.id = l.meeting_id
  where p.id = nullif(current_setting('house.person', true), '')::uuid
    and p.account_id = nullif(current_setting('house.account', true), '')
    and current_setting('role', true) = 'house_member'
    and lower(a.mail) = (select house_proven_address())
    and m.asked_at is not null and m.starts_at is null and m.cancelled_at is null
    and exists (select from meeting_options o where o.school_id = m.school_id and o.meeting_id = m.id and o.starts_at > at
      and not exists (select from meeting_answers w where w.school_id = o.school_id and w.meeting_id = o.meeting_id
        and w.option_id = o.id and w.invitee_id = l.id))
  order by m.answer_by, m.school_name, m.id
$$;
grant create on schema public to house_keeper;
alter function house_polls_on_face(timestamptz) owner to house_keeper;
revoke create on schema public from house_keeper;
revoke execute on function house_polls_on_face(timestamptz) from public, house_guest;
grant execute on function house_polls_on_face(timestamptz) to house_member;

-- What was lent in roles.sql is given back.
do $$
declare role text;
begin
  foreach role in array coalesce(string_to_array(nullif(current_setting('house.lent', true), ''), ','), '{}') loop
    execute format('revoke %I from %I', role, current_user);
  end loop;
  perform set_config('house.lent', '', false);
end $$;
