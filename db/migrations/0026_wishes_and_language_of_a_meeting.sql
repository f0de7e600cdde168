ALTER TABLE "meeting_invitees" ADD COLUMN "travel" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_invitees" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "quorum" integer;--> statement-breakpoint
CREATE POLICY "a link says in which language it is read" ON "meeting_invitees" AS PERMISSIVE FOR UPDATE TO "house_guest" USING (exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_invitees"."school_id"
    and "meeting_links"."meeting_id" = "meeting_invitees"."meeting_id" and "meeting_links"."id" = "meeting_invitees"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date))))) WITH CHECK (exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_invitees"."school_id"
    and "meeting_links"."meeting_id" = "meeting_invitees"."meeting_id" and "meeting_links"."id" = "meeting_invitees"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date)))));