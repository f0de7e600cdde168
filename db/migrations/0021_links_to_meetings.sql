CREATE TABLE "meeting_links" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid,
	"face_id" uuid,
	"token_digest" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "meeting_links_school_id_meeting_id_id_pk" PRIMARY KEY("school_id","meeting_id","id")
);
--> statement-breakpoint
ALTER TABLE "meeting_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "invitees_by_token";--> statement-breakpoint
DROP INDEX "meetings_by_key";--> statement-breakpoint
ALTER TABLE "meeting_addresses" ADD COLUMN "told" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "changed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_links" ADD CONSTRAINT "meeting_links_school_id_meeting_id_id_meeting_invitees_school_id_meeting_id_id_fk" FOREIGN KEY ("school_id","meeting_id","id") REFERENCES "public"."meeting_invitees"("school_id","meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meeting_invitees" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "meeting_links" ("school_id", "meeting_id", "id", "person_id", "face_id", "token_digest", "ended_at")
  SELECT i."school_id", i."meeting_id", i."id", i."person_id", i."face_id", i."token_digest",
    CASE WHEN m."keys" @> array[i."token_digest"] THEN null ELSE now() END
  FROM "meeting_invitees" i JOIN "meetings" m ON m."school_id" = i."school_id" AND m."id" = i."meeting_id";--> statement-breakpoint
ALTER TABLE "meeting_addresses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meeting_addresses" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "meeting_addresses" a SET "told" = m."sequence" FROM "meetings" m
  WHERE m."school_id" = a."school_id" AND m."id" = a."meeting_id" AND m."starts_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_addresses" ENABLE TRIGGER USER;--> statement-breakpoint
CREATE INDEX "meeting_links_by_token" ON "meeting_links" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "meeting_links_by_person" ON "meeting_links" USING btree ("school_id","person_id");--> statement-breakpoint
CREATE INDEX "meeting_links_by_face" ON "meeting_links" USING btree ("school_id","face_id");--> statement-breakpoint
CREATE POLICY "a link to a meeting shows whether she works here" ON "memberships" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "a link to a meeting shows how long its face is there" ON "faces" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "a link to a meeting shows how long its line lasts" ON "relations" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "meeting_links" join "faces" on "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    where "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "colleagues count links to meetings" ON "meeting_links" AS PERMISSIVE FOR SELECT TO "house_member" USING (("meeting_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends links to meetings" ON "meeting_links" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link to a meeting shows itself" ON "meeting_links" AS PERMISSIVE FOR SELECT TO "house_guest" USING ("meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), ''));--> statement-breakpoint
CREATE POLICY "makers give links" ON "meeting_links" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_links"."school_id"
    and "meetings"."id" = "meeting_links"."meeting_id" and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
ALTER POLICY "a link answers for itself" ON "meeting_answers" TO house_guest WITH CHECK ((exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_answers"."school_id"
    and "meeting_links"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_links"."id" = "meeting_answers"."invitee_id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date)))) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null))));--> statement-breakpoint
ALTER POLICY "a link answers again" ON "meeting_answers" TO house_guest USING ((exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_answers"."school_id"
    and "meeting_links"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_links"."id" = "meeting_answers"."invitee_id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date)))) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null)))) WITH CHECK ((exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_answers"."school_id"
    and "meeting_links"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_links"."id" = "meeting_answers"."invitee_id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date)))) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null))));--> statement-breakpoint
ALTER POLICY "a link shows its own answers, and those that are shown" ON "meeting_answers" TO house_guest USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and (exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_answers"."school_id"
    and "meeting_links"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_links"."id" = "meeting_answers"."invitee_id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date)))) or "meetings"."shows_answers")));--> statement-breakpoint
ALTER POLICY "a link shows who is invited where that is shown" ON "meeting_invitees" TO house_guest USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and ("meetings"."shows_answers" or exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meeting_invitees"."school_id"
    and "meeting_links"."meeting_id" = "meeting_invitees"."meeting_id" and "meeting_links"."id" = "meeting_invitees"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date)))))));--> statement-breakpoint
ALTER POLICY "a link shows one meeting" ON "meetings" TO house_guest USING (("meetings"."asked_at" is not null and coalesce("meetings"."cancelled_at", "meetings"."ends_at", now()) > now() - interval '30 days' and exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meetings"."school_id"
    and "meeting_links"."meeting_id" = "meetings"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date))))));--> statement-breakpoint
ALTER TABLE "meeting_invitees" DROP COLUMN "token_digest";--> statement-breakpoint
ALTER TABLE "meetings" DROP COLUMN "keys";
