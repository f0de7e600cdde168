-- What each role may touch, and FORCE, so that not even the owner of a table walks past its policies.

do $$
declare t record;
begin
  for t in select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind = 'r' and n.nspname in ('public', 'gate') loop
    execute format('alter table %I.%I enable row level security', t.schema, t.name);
    execute format('alter table %I.%I force row level security', t.schema, t.name);
  end loop;
end $$;

revoke all on schema public from public;
revoke all on schema gate from public;
revoke all on all tables in schema public from public, house_rest, house_guest, house_gate;
revoke all on all tables in schema gate from public, house_rest, house_guest, house_member, house_keeper;
revoke execute on all functions in schema public from public;

grant usage on schema public to house_rest, house_guest, house_member, house_keeper; -- resting sees names, and is denied every table
grant select, insert, update, delete on all tables in schema public to house_member, house_keeper;
grant usage, select on all sequences in schema public to house_member, house_keeper;
grant execute on all functions in schema public to house_member, house_keeper;

grant usage on schema gate to house_gate;
grant select, insert, update, delete on all tables in schema gate to house_gate;

-- Whose a row is, is said once, when it is written: no member moves one to another organisation, person or account.
do $$
declare t record;
begin
  for t in select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           where c.relkind = 'r' and n.nspname = 'public' and a.attname not in
             ('id', 'school_id', 'organisation_id', 'relation_id', 'person_id', 'face_id', 'account_id', 'noted_by')
           group by c.relname loop
    execute format('revoke update on %I from house_member', t.name);
    execute format('grant update (%s) on %I to house_member', t.columns, t.name);
  end loop;
end $$;
-- Of itself an organisation says how to reach it; its kind, code and board are not its own to say.
revoke update on organisations from house_member;
grant update (website, phone, updated_at) on organisations to house_member;
-- Only the triggers of trail.sql and facts.sql may fire these: hung on a table of one's own they would write in anybody's
-- chain, and state as a fact what never was.
revoke execute on function house_trail(), house_fact() from house_member, house_keeper;

-- The trail is added to, never rewritten, by the scribe. Its contents may be erased, by the keeper; to restore a
-- backup the keeper may add what stood there before.
revoke all on trail from house_member;
revoke all on trail_heads from house_member;
revoke update, delete on trail from house_keeper;
grant update (contents) on trail to house_keeper;
revoke update, delete on trail_heads from house_keeper;
grant usage on schema public to house_scribe;
grant select, insert on trail to house_scribe;
grant select, insert, update on trail_heads to house_scribe;
-- The outbox is filled by everybody and emptied by the keeper.
revoke select, update, delete on outbox from house_member;

-- A guest may do only that for which a policy was written: no policy, not even a name of a table.
do $$
declare p record;
begin
  for p in select tablename, cmd from pg_policies where schemaname = 'public' and roles @> array['house_guest'::name] loop
    execute format('grant %s on %I to house_guest', case p.cmd when 'ALL' then 'select, insert, update, delete' else p.cmd end, p.tablename);
  end loop;
end $$;
-- Of a link a school changes only that it has ended; of a code a guest only what she tried.
revoke update on request_links from house_member;
grant update (revoked_at) on request_links to house_member;
revoke update on request_visits from house_guest;
grant update (tries, proved_at) on request_visits to house_guest;
-- Of rooms that are not made for passers-by, a policy opens the row and this line the columns: never a number, a mail.
revoke select on organisations, memberships, people, themes from house_guest;
grant select (id, name, place, phone, website, board_id) on organisations to house_guest;
grant select (organisation_id, person_id, roles, "from", until) on memberships to house_guest;
grant select (id, name) on people to house_guest;
grant select (organisation_id, accent, brand) on themes to house_guest;
-- Of the line and the face behind a link: whether they still last, and no more.
revoke select on relations, faces from house_guest;
grant select (school_id, id, until) on relations to house_guest;
grant select (school_id, id, relation_id, left_on) on faces to house_guest;
-- On the public page about partners: the name, website and sentence that were chosen for it, never who chose them.
revoke select on showcase_lines from house_guest;
grant select (school_id, relation_id, name, website, why) on showcase_lines to house_guest;
-- At an open desk a passer-by sees whose it is and which themes are answered at once, never why.
revoke select on plan_bounds, restraints from house_guest;
grant select (school_id, desk_opened_at) on plan_bounds to house_guest;
grant select (school_id, topic) on restraints to house_guest;
-- The screen in the hall shows when and where, never what for; of a school its holidays.
revoke select on presences, presence_changes, spaces, school_days from house_guest;
grant select (school_id, relation_id, weekday, "from", until, space_id) on presences to house_guest;
grant select (school_id, relation_id, kind, day, "from", until, space_id) on presence_changes to house_guest;
grant select (school_id, id, name) on spaces to house_guest;
grant select (school_id, id, kind, title, "from", until) on school_days to house_guest;
grant select (holiday_region) on organisations to house_guest;
-- Of a voice nothing changes but that it was given; of the box only what is locked in it.
revoke update on poll_voters, poll_boxes from house_member, house_guest;
grant update (voted) on poll_voters to house_member, house_guest;
grant update (sealed) on poll_boxes to house_member, house_guest;
-- Of a token nothing changes but that it was revoked; who brings one leaves only the day of its last use.
revoke update on integrations from house_member;
grant update (revoked_at, revoked_by) on integrations to house_member;
revoke update on integrations from house_guest;
grant update (last_used_on) on integrations to house_guest;
-- Facts for the rooms above: stated by a trigger, as the scribe, when somebody listens (facts.sql).
grant insert on outbox to house_scribe;
grant select on webhooks to house_scribe;
revoke update on webhooks from house_member;
grant update (name, events) on webhooks to house_member;
-- Of a handing over a member changes when and by whom it is held, and whom she asks; who has the thing is the keeper's.
revoke update on handovers, handover_items, handover_answers from house_member;
grant update (last_day, back_on, held_by, returned_at) on handovers to house_member;
grant update (asked_by, successor_id, asked_at) on handover_items to house_member;
-- Of a meeting a link shows what the page says, and of who is invited (where that is shown) the name; digests of links stand
-- in a table of their own, of which a link shows itself and members count the rows. Whose a meeting is changes by the keeper
-- only; of an answer nothing changes but what it says.
revoke select on meetings, meeting_invitees from house_guest;
grant select (school_id, id, title, kind, minutes, maker_name, school_name, asked_at, answer_by, shows_answers, takes_options,
  quorum, starts_at, ends_at, over_at, repeats, space_id, place, sequence, cancelled_at) on meetings to house_guest;
grant select (school_id, meeting_id, id, name, required) on meeting_invitees to house_guest;
revoke select, update, delete on meeting_links from house_member;
grant select (school_id, meeting_id) on meeting_links to house_member;
revoke update on meetings, meeting_invitees, meeting_answers, meeting_dates from house_member, house_guest;
grant update (title, kind, minutes, asked_at, answer_by, shows_answers, shows_mails, takes_options, complete_at, starts_at, ends_at,
  quorum, over_at, repeats, fixed_at, space_id, place, sequence, changed, cancelled_at, invited) on meetings to house_member;
revoke update on meeting_points from house_member;
grant update (required, travel) on meeting_invitees to house_member;
grant update (language) on meeting_invitees to house_guest;
grant update (starts_at, ends_at, space_id, place, off, sequence) on meeting_dates to house_member;
grant update (stage, answered_at) on meeting_answers to house_member, house_guest;
-- Of somebody at a partner who stops a member says when, who follows, and that the school has it; what is done is the keeper's.
revoke update on partings from house_member;
grant update (stops_on, successor_id, confirmed_on) on partings to house_member;
-- Of what was decided about a line a member says that it was done, or why not; what was decided stays.
revoke update on line_steps from house_member;
grant update (closed_on, closed_by, declined) on line_steps to house_member;
-- A task stays in the playbook in which it was written down.
revoke update on playbook_tasks from house_member;
grant update (what, "offset", doer_id, done_on, place) on playbook_tasks to house_member;
