-- What a program with a token may touch. It acts as whoever made the token, under all her policies; here every table is
-- closed to it by one more, restrictive, policy, unless a scope of the token opens it. This list is the whole of it: a
-- table that is not named is closed. '*' is open to every token.
do $$
declare
  t record;
  p record;
  may constant text := 'string_to_array((select current_setting(''house.scopes'', true)), '','') && %L::text[]';
begin
  for t in
    select c.relname as name, coalesce(o.reads, '{}') as reads, coalesce(o.writes, '{}') as writes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join (values
      ('organisations', '{*}'::text[], '{}'::text[]),
      ('people', '{people:read}', '{}'),
      ('memberships', '{people:read,partners:write}', '{}'), -- to say who holds a line she must be one of ours
      ('groups', '{school:read}', '{}'),
      ('group_teachers', '{people:read}', '{}'),
      ('spaces', '{school:read,presence:write}', '{}'),
      ('bell_times', '{school:read}', '{}'),
      ('relations', '{partners:read}', '{partners:write}'),
      ('reasons', '{partners:read}', '{partners:write}'),
      ('answers', '{partners:read}', '{partners:write}'),
      ('profiles', '{partners:read}', '{}'),
      ('faces', '{contacts:read}', '{contacts:write}'),
      ('presences', '{presence:read}', '{presence:write}'),
      ('routes', '{signpost:ask}', '{}'),
      ('requests', '{requests:read}', '{requests:write}'),
      ('request_moments', '{requests:read}', '{requests:write}'),
      ('tips', '{network:read}', '{}'),
      ('omissions', '{network:read}', '{}'),
      ('offers', '{sharing:read}', '{}'),
      ('offer_schools', '{sharing:read}', '{}'),
      ('takings', '{sharing:read}', '{}'),
      ('parent_pages', '{parents:read}', '{}'),
      ('parent_addresses', '{parents:read}', '{}'),
      ('parent_topics', '{parents:read}', '{}'),
      ('parent_names', '{parents:read}', '{}'),
      ('parent_offers', '{parents:read}', '{parents:write}'),
      ('takeovers', '{takeovers:read}', '{}'),
      ('takeover_rows', '{takeovers:read}', '{}'),
      ('aims', '{agreements:read}', '{agreements:write}'),
      ('manners', '{agreements:read}', '{}'),
      ('agreements', '{agreements:read}', '{agreements:write}'),
      ('keepings', '{agreements:read}', '{agreements:write}'),
      ('contact_moments', '{agreements:read}', '{agreements:write}'),
      ('vision_points', '{plans:read}', '{}'),
      ('restraints', '{plans:read}', '{}'),
      ('plan_bounds', '{plans:read}', '{}'),
      ('choices', '{plans:read}', '{}'),
      ('decisions', '{plans:read}', '{}'),
      ('proposals', '{plans:read}', '{plans:write}'),
      ('meetings', '{meetings:read}', '{meetings:write}'),
      ('meeting_invitees', '{meetings:read}', '{meetings:write}'),
      ('meeting_links', '{}', '{meetings:write}'),
      ('meeting_dates', '{meetings:read}', '{}'),
      ('meeting_options', '{meetings:read}', '{}'),
      ('meeting_answers', '{meetings:read}', '{}'),
      ('meeting_addresses', '{}', '{meetings:write}'),
      ('school_days', '{days:read}', '{days:write}'),
      ('school_regions', '{days:read}', '{}'),
      ('handovers', '{handovers:read}', '{}'),
      ('handover_items', '{handovers:read}', '{}'),
      ('handover_answers', '{handovers:read}', '{}'),
      ('partings', '{handovers:read}', '{}'),
      ('parting_answers', '{handovers:read}', '{}'),
      ('parting_links', '{handovers:read}', '{}'),
      ('rounds', '{rounds:read}', '{}'),
      ('round_decisions', '{rounds:read}', '{}'),
      ('occasions', '{occasions:read}', '{}'),
      ('occasion_guests', '{occasions:read}', '{}'),
      ('signal_rests', '{signals:read}', '{}'),
      ('line_funds', '{signals:read}', '{}'),
      ('line_steps', '{signals:read}', '{}'),
      ('resolutions', '{signals:read}', '{}'),
      ('involvements', '{signals:read}', '{}'),
      ('circles', '{circles:read}', '{}'),
      ('circle_members', '{circles:read}', '{}'),
      ('circle_partners', '{circles:read}', '{}'),
      ('playbooks', '{playbooks:read}', '{}'),
      ('playbook_tasks', '{playbooks:read}', '{}'),
      ('playbook_partners', '{playbooks:read}', '{}'),
      ('role_cards', '{people:read}', '{}'),
      ('machine_replies', '{*}', '{*}') -- its own kept answers, by its own policy
    ) as o (name, reads, writes) on o.name = c.relname
    where c.relkind = 'r' and n.nspname = 'public'
  loop
    for p in select policyname from pg_policies where schemaname = 'public' and tablename = t.name and policyname like 'machines % by scope' loop
      execute format('drop policy %I on %I', p.policyname, t.name);
    end loop;
    execute format('create policy "machines see by scope" on %I as restrictive for select to house_machine using (%s)',
      t.name, case when t.reads = '{*}' then 'true' else format(may, t.reads) end);
    execute format('create policy "machines add by scope" on %I as restrictive for insert to house_machine with check (%s)',
      t.name, case when t.writes = '{*}' or t.name = 'outbox' then 'true' else format(may, t.writes) end);
    execute format('create policy "machines change by scope" on %I as restrictive for update to house_machine using (%s)',
      t.name, case when t.writes = '{*}' then 'true' else format(may, t.writes) end);
    execute format('create policy "machines remove by scope" on %I as restrictive for delete to house_machine using (%s)',
      t.name, case when t.writes = '{*}' then 'true' else format(may, t.writes) end);
  end loop;
end $$;
