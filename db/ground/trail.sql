-- Every write to a row that belongs to an organisation becomes a link in that organisation's chain, in the same
-- transaction. A trigger rather than a call, so that no action can forget it.
create or replace function house_trail() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row_now jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  school uuid := coalesce(row_now ->> 'school_id', row_now ->> 'organisation_id')::uuid;
  what jsonb := row_now;
  head record;
  -- The token of a program, when it was one that wrote. Absent it leaves no mark in the digest, as before there were any.
  token text := nullif(current_setting('house.via', true), '');
  wrote_at timestamptz := clock_timestamp();
  what_digest text;
  link text;
begin
  if current_setting('role', true) = 'house_keeper' and current_setting('house.restoring', true) = 'on' then return null; end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(old) = to_jsonb(new) then return null; end if;
    select jsonb_object_agg(key, value) into what from jsonb_each(row_now) where to_jsonb(old) -> key is distinct from value;
  end if;
  insert into trail_heads (school_id, seq, digest) values (school, 0, '') on conflict do nothing;
  select seq, digest into head from trail_heads where school_id = school for update;
  what_digest := encode(sha256(convert_to(what::text, 'UTF8')), 'hex');
  link := encode(sha256(convert_to(concat_ws('|', head.digest, school, head.seq + 1, to_char(wrote_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    nullif(current_setting('house.person', true), ''), lower(tg_op), tg_table_name, row_now ->> 'id', what_digest,
    token), 'UTF8')), 'hex');
  insert into trail (school_id, seq, at, person_id, via, deed, table_name, row_id, contents, contents_digest, previous, digest)
    values (school, head.seq + 1, wrote_at, nullif(current_setting('house.person', true), '')::uuid, token::uuid, lower(tg_op), tg_table_name,
      row_now ->> 'id', what, what_digest, head.digest, link);
  update trail_heads set seq = head.seq + 1, digest = link where school_id = school;
  return null;
end $$;

-- What a member may ask of the trail of the school she acts for, without reading it: how long it is, and which ids stand in
-- it since. No word of it, for in it stands what she may not see elsewhere either.
create or replace function house_newest_link(school uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(seq), 0) from trail where school_id = school
    and current_setting('role', true) = 'house_member'
    and school = nullif(current_setting('house.organisation', true), '')::uuid
$$;
create or replace function house_mentions(school uuid, after bigint) returns table (seq bigint, id text)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.seq, found[1] from trail t,
    regexp_matches(concat_ws(' ', t.contents::text, t.row_id), '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as found
  where t.school_id = school and t.seq > after
    and current_setting('role', true) = 'house_member'
    and school = nullif(current_setting('house.organisation', true), '')::uuid
$$;

grant create on schema public to house_scribe;
alter function house_trail() owner to house_scribe;
alter function house_newest_link(uuid) owner to house_scribe;
alter function house_mentions(uuid, bigint) owner to house_scribe;
revoke create on schema public from house_scribe;

-- Verifies one chain: the first link that does not hold, or null when all do.
create or replace function house_trail_broken_at(school uuid) returns bigint language sql stable as $$
  select min(seq) from (
    select seq, digest, previous, lag(digest, 1, '') over (order by seq) as before, contents, contents_digest,
      encode(sha256(convert_to(concat_ws('|', previous, school_id, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        person_id, deed, table_name, row_id, contents_digest, via), 'UTF8')), 'hex') as again,
      lag(seq, 1, 0::bigint) over (order by seq) as seq_before
    from trail where school_id = school) links
  where digest <> again or previous <> before or seq <> seq_before + 1
    or (contents is not null and contents_digest <> encode(sha256(convert_to(contents::text, 'UTF8')), 'hex'))
$$;

-- The running totals of a vote are in no trail either: beside the line that says who voted, it would say what.
-- Rows on their way in are no register: what becomes of them is, and the list itself. They would stand here twice.
-- When somebody is busy, and where her calendar is, is gone when she takes it away: the trail would keep it.
do $$
declare t record;
begin
  for t in select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           join pg_index i on i.indrelid = c.oid and i.indisprimary
           join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname in ('school_id', 'organisation_id')
           where c.relkind = 'r' and n.nspname = 'public' and c.relname not in ('trail', 'trail_heads', 'outbox', 'takeover_rows', 'poll_boxes',
             'calendar_hours', 'calendar_seals') loop
    execute format('create or replace trigger house_trail after insert or update or delete on %I for each row execute function house_trail()', t.name);
  end loop;
end $$;
