DROP POLICY "we see our trail" ON "trail" CASCADE;--> statement-breakpoint
CREATE POLICY "a link to vote shows whether she works here" ON "memberships" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "memberships"."organisation_id"
    and "poll_voters"."person_id" = "memberships"."person_id" and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "a link shows how long its face is there" ON "faces" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "request_links" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"));--> statement-breakpoint
CREATE POLICY "a link shows how long its line lasts" ON "relations" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "request_links" join "faces" on "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
    where "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id"));--> statement-breakpoint
ALTER POLICY "a link answers one request" ON "request_moments" TO house_guest WITH CHECK (("request_moments"."side" in ('asked') and "request_moments"."person_id" is null and "request_moments"."kind" in ('seen', 'accepted', 'declined', 'answered', 'done', 'note') and exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
  and ("faces"."left_on" <= current_date or "relations"."until" < current_date)) and "request_links"."id" = "request_moments"."link_id")));--> statement-breakpoint
ALTER POLICY "a link shows what happened to it" ON "request_moments" TO house_guest USING (exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
  and ("faces"."left_on" <= current_date or "relations"."until" < current_date)) and true));--> statement-breakpoint
ALTER POLICY "a link opens one request" ON "requests" TO house_guest USING (exists (select 1 from "request_links" where "request_links"."school_id" = "requests"."school_id"
    and "request_links"."request_id" = "requests"."id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
  and ("faces"."left_on" <= current_date or "relations"."until" < current_date)) and true));--> statement-breakpoint
ALTER POLICY "a link fills the box" ON "poll_boxes" TO house_guest USING ((exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_boxes"."school_id" and "poll_voters"."poll_id" = "poll_boxes"."poll_id"
    and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '') and exists (select 1 from "memberships" where "memberships"."organisation_id" = "poll_voters"."school_id"
    and "memberships"."person_id" = "poll_voters"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date))) and "poll_boxes"."sealed" is not null));--> statement-breakpoint
ALTER POLICY "a link reaches the box" ON "poll_boxes" TO house_guest USING (exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_boxes"."school_id" and "poll_voters"."poll_id" = "poll_boxes"."poll_id"
    and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '') and exists (select 1 from "memberships" where "memberships"."organisation_id" = "poll_voters"."school_id"
    and "memberships"."person_id" = "poll_voters"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date))));--> statement-breakpoint
ALTER POLICY "a link votes openly" ON "poll_votes" TO house_guest WITH CHECK ((exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_votes"."school_id"
      and "poll_voters"."poll_id" = "poll_votes"."poll_id" and "poll_voters"."person_id" = "poll_votes"."person_id"
      and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '') and exists (select 1 from "memberships" where "memberships"."organisation_id" = "poll_voters"."school_id"
    and "memberships"."person_id" = "poll_voters"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date))) and exists (select 1 from "polls" where "polls"."school_id" = "poll_votes"."school_id" and "polls"."id" = "poll_votes"."poll_id"
    and "polls"."closed_on" is null and "polls"."kind" in ('open'))));--> statement-breakpoint
ALTER POLICY "a link shows one poll" ON "polls" TO house_guest USING (exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "polls"."school_id" and "poll_voters"."poll_id" = "polls"."id"
    and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '') and exists (select 1 from "memberships" where "memberships"."organisation_id" = "poll_voters"."school_id"
    and "memberships"."person_id" = "poll_voters"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date))));