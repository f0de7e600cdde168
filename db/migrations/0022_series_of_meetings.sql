CREATE TABLE "meeting_dates" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"space_id" uuid,
	"place" text,
	"off" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "meeting_dates_school_id_meeting_id_day_pk" PRIMARY KEY("school_id","meeting_id","day")
);
--> statement-breakpoint
ALTER TABLE "meeting_dates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "repeats" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meeting_dates" ADD CONSTRAINT "meeting_dates_school_id_meeting_id_meetings_school_id_id_fk" FOREIGN KEY ("school_id","meeting_id") REFERENCES "public"."meetings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_dates" ADD CONSTRAINT "meeting_dates_school_id_space_id_spaces_school_id_id_fk" FOREIGN KEY ("school_id","space_id") REFERENCES "public"."spaces"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dates_by_moment" ON "meeting_dates" USING btree ("school_id","starts_at");--> statement-breakpoint
CREATE POLICY "the keeper tends the dates of a series" ON "meeting_dates" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link shows the dates of a series" ON "meeting_dates" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_dates"."school_id" and "meetings"."id" = "meeting_dates"."meeting_id"
    and true));--> statement-breakpoint
CREATE POLICY "makers update the dates of a series" ON "meeting_dates" AS PERMISSIVE FOR UPDATE TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_dates"."school_id" and "meetings"."id" = "meeting_dates"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_dates"."school_id" and "meetings"."id" = "meeting_dates"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers insert the dates of a series" ON "meeting_dates" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_dates"."school_id" and "meetings"."id" = "meeting_dates"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "we see the dates of a series" ON "meeting_dates" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_dates"."school_id" and "meetings"."id" = "meeting_dates"."meeting_id"
    and true));--> statement-breakpoint
ALTER POLICY "a link shows one meeting" ON "meetings" TO house_guest USING (("meetings"."asked_at" is not null and coalesce("meetings"."cancelled_at", "meetings"."over_at", "meetings"."ends_at", now()) > now() - interval '30 days' and exists (select 1 from "meeting_links" where "meeting_links"."school_id" = "meetings"."school_id"
    and "meeting_links"."meeting_id" = "meetings"."id" and "meeting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
    and "meeting_links"."ended_at" is null and ("meeting_links"."person_id" is null or exists (select 1 from "memberships" where "meeting_links"."school_id" = "memberships"."organisation_id" and "meeting_links"."person_id" = "memberships"."person_id"
    and ("memberships"."until" is null or "memberships"."until" >= current_date)))
    and ("meeting_links"."face_id" is null or exists (select 1 from "faces" join "relations" on "faces"."school_id" = "relations"."school_id" and "faces"."relation_id" = "relations"."id" where "meeting_links"."school_id" = "faces"."school_id" and "meeting_links"."face_id" = "faces"."id"
    and ("faces"."left_on" is null or "faces"."left_on" > current_date)
    and ("relations"."until" is null or "relations"."until" >= current_date))))));