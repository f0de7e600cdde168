ALTER TABLE "people" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "request_links" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_links_by_person" ON "request_links" USING btree ("school_id","person_id");--> statement-breakpoint
CREATE POLICY "a link shows how long its colleague works here" ON "memberships" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "request_links" where "request_links"."school_id" = "memberships"."organisation_id" and "request_links"."person_id" = "memberships"."person_id"));--> statement-breakpoint
ALTER POLICY "a link answers one request" ON "request_moments" TO house_guest WITH CHECK (("request_moments"."side" in ('asked') and "request_moments"."person_id" is null and "request_moments"."kind" in ('seen', 'accepted', 'declined', 'answered', 'done', 'note') and exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
  and ("faces"."left_on" <= current_date or "relations"."until" < current_date)) and ("request_links"."person_id" is null or exists (select 1 from "memberships" where "request_links"."school_id" = "memberships"."organisation_id" and "request_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and "request_links"."id" = "request_moments"."link_id")));--> statement-breakpoint
ALTER POLICY "a link shows what happened to it" ON "request_moments" TO house_guest USING (exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
  and ("faces"."left_on" <= current_date or "relations"."until" < current_date)) and ("request_links"."person_id" is null or exists (select 1 from "memberships" where "request_links"."school_id" = "memberships"."organisation_id" and "request_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and true));--> statement-breakpoint
ALTER POLICY "a link opens one request" ON "requests" TO house_guest USING (exists (select 1 from "request_links" where "request_links"."school_id" = "requests"."school_id"
    and "request_links"."request_id" = "requests"."id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "request_links"."school_id" = "faces"."school_id" and "request_links"."face_id" = "faces"."id"
  and ("faces"."left_on" <= current_date or "relations"."until" < current_date)) and ("request_links"."person_id" is null or exists (select 1 from "memberships" where "request_links"."school_id" = "memberships"."organisation_id" and "request_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and true));--> statement-breakpoint
ALTER POLICY "a link says that its holder stops" ON "partings" TO house_guest WITH CHECK ((("partings"."said_by" = 'partner' and "partings"."confirmed_on" is null and "partings"."successor_id" is null and "partings"."settled_at" is null) and "partings"."started_by" is null and exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and ("relations"."until" is null or "relations"."until" >= current_date)) and exists (select 1 from "faces" where "faces"."school_id" = "partings"."school_id" and "faces"."id" = "partings"."face_id"
  and "faces"."relation_id" = "partings"."relation_id" and ("faces"."left_on" is null or "faces"."left_on" > current_date)) and (exists (select 1 from "table_links" where "table_links"."school_id" = "partings"."school_id"
  and "table_links"."face_id" = "partings"."face_id" and "table_links"."relation_id" = "partings"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now()) or exists (select 1 from "request_links" join "requests" on "requests"."school_id" = "request_links"."school_id"
  and "requests"."id" = "request_links"."request_id" where "request_links"."school_id" = "partings"."school_id" and "request_links"."face_id" = "partings"."face_id"
  and "requests"."relation_id" = "partings"."relation_id" and "request_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "request_links"."revoked_at" is null
  and "request_links"."expires_at" > now()))));--> statement-breakpoint
ALTER POLICY "a link shows one parting" ON "partings" TO house_guest USING ((exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and ("relations"."until" is null or "relations"."until" >= current_date)) and (exists (select 1 from "parting_links" where "parting_links"."school_id" = "partings"."school_id"
  and "parting_links"."parting_id" = "partings"."id" and "parting_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "parting_links"."expires_at" > now()) or (exists (select 1 from "faces" where "faces"."school_id" = "partings"."school_id" and "faces"."id" = "partings"."face_id"
  and "faces"."relation_id" = "partings"."relation_id" and ("faces"."left_on" is null or "faces"."left_on" > current_date)) and (exists (select 1 from "table_links" where "table_links"."school_id" = "partings"."school_id"
  and "table_links"."face_id" = "partings"."face_id" and "table_links"."relation_id" = "partings"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now()) or exists (select 1 from "request_links" join "requests" on "requests"."school_id" = "request_links"."school_id"
  and "requests"."id" = "request_links"."request_id" where "request_links"."school_id" = "partings"."school_id" and "request_links"."face_id" = "partings"."face_id"
  and "requests"."relation_id" = "partings"."relation_id" and "request_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "request_links"."revoked_at" is null
  and "request_links"."expires_at" > now()))))));--> statement-breakpoint
-- Links that went to a colleague before this say now to whom. By who owns the tables, whom FORCE would hold (db/ground sets it again).
ALTER TABLE "requests" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "request_links" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "request_links" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "request_links" SET "person_id" = "requests"."person_id" FROM "requests" WHERE "requests"."school_id" = "request_links"."school_id" AND "requests"."id" = "request_links"."request_id" AND "requests"."person_id" IS NOT NULL AND "request_links"."face_id" IS NULL;--> statement-breakpoint
ALTER TABLE "request_links" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "request_links" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "requests" FORCE ROW LEVEL SECURITY;
