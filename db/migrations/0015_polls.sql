CREATE TABLE "poll_boxes" (
	"school_id" uuid NOT NULL,
	"poll_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "poll_boxes_school_id_poll_id_pk" PRIMARY KEY("school_id","poll_id")
);
--> statement-breakpoint
ALTER TABLE "poll_boxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "poll_voters" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"poll_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_digest" text NOT NULL,
	"voted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "poll_voters_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_vote_each" UNIQUE("school_id","poll_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "poll_voters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "poll_votes" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"poll_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"why" text,
	"takes_up" boolean NOT NULL,
	CONSTRAINT "poll_votes_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_open_vote_each" UNIQUE("school_id","poll_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "poll_votes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "polls" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"question" text NOT NULL,
	"school_name" text NOT NULL,
	"path" text NOT NULL,
	"closes_on" date NOT NULL,
	"asked_by" uuid,
	"asked_on" date NOT NULL,
	"closed_on" date,
	"yes" integer,
	"doubt" integer,
	"no" integer,
	CONSTRAINT "polls_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "polls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "choices" ADD COLUMN "poll_id" uuid;--> statement-breakpoint
ALTER TABLE "poll_boxes" ADD CONSTRAINT "poll_boxes_school_id_poll_id_polls_school_id_id_fk" FOREIGN KEY ("school_id","poll_id") REFERENCES "public"."polls"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_school_id_poll_id_polls_school_id_id_fk" FOREIGN KEY ("school_id","poll_id") REFERENCES "public"."polls"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_school_id_poll_id_polls_school_id_id_fk" FOREIGN KEY ("school_id","poll_id") REFERENCES "public"."polls"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "poll_voters_by_token" ON "poll_voters" USING btree ("token_digest");--> statement-breakpoint
ALTER TABLE "choices" ADD CONSTRAINT "choices_school_id_poll_id_polls_school_id_id_fk" FOREIGN KEY ("school_id","poll_id") REFERENCES "public"."polls"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "askers set an empty box" ON "poll_boxes" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("poll_boxes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and exists (select 1 from "polls" where "polls"."school_id" = "poll_boxes"."school_id" and "polls"."id" = "poll_boxes"."poll_id"
    and "polls"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid and "polls"."closed_on" is null)));--> statement-breakpoint
CREATE POLICY "a link fills the box" ON "poll_boxes" AS PERMISSIVE FOR UPDATE TO "house_guest" USING ((exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_boxes"."school_id" and "poll_voters"."poll_id" = "poll_boxes"."poll_id"
    and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '')) and "poll_boxes"."sealed" is not null));--> statement-breakpoint
CREATE POLICY "a link reaches the box" ON "poll_boxes" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_boxes"."school_id" and "poll_voters"."poll_id" = "poll_boxes"."poll_id"
    and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "the keeper tends boxes" ON "poll_boxes" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "voters fill the box" ON "poll_boxes" AS PERMISSIVE FOR UPDATE TO "house_member" USING ((("poll_boxes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_boxes"."school_id"
    and "poll_voters"."poll_id" = "poll_boxes"."poll_id" and "poll_voters"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "voters reach the box" ON "poll_boxes" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("poll_boxes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_boxes"."school_id"
    and "poll_voters"."poll_id" = "poll_boxes"."poll_id" and "poll_voters"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "askers name who votes" ON "poll_voters" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("poll_voters"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and exists (select 1 from "polls" where "polls"."school_id" = "poll_voters"."school_id" and "polls"."id" = "poll_voters"."poll_id"
    and "polls"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid and "polls"."closed_on" is null) and not "poll_voters"."voted"));--> statement-breakpoint
CREATE POLICY "a link shows one voice" ON "poll_voters" AS PERMISSIVE FOR SELECT TO "house_guest" USING ("poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), ''));--> statement-breakpoint
CREATE POLICY "a link votes once" ON "poll_voters" AS PERMISSIVE FOR UPDATE TO "house_guest" USING (("poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '') and not "poll_voters"."voted")) WITH CHECK (("poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '') and "poll_voters"."voted"));--> statement-breakpoint
CREATE POLICY "the keeper tends who votes" ON "poll_voters" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "one votes oneself" ON "poll_voters" AS PERMISSIVE FOR UPDATE TO "house_member" USING (((("poll_voters"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "poll_voters"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and not "poll_voters"."voted")) WITH CHECK (((("poll_voters"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "poll_voters"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and "poll_voters"."voted"));--> statement-breakpoint
CREATE POLICY "we see who votes" ON "poll_voters" AS PERMISSIVE FOR SELECT TO "house_member" USING (("poll_voters"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "a link votes openly" ON "poll_votes" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_votes"."school_id"
      and "poll_voters"."poll_id" = "poll_votes"."poll_id" and "poll_voters"."person_id" = "poll_votes"."person_id"
      and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '')) and exists (select 1 from "polls" where "polls"."school_id" = "poll_votes"."school_id" and "polls"."id" = "poll_votes"."poll_id"
    and "polls"."closed_on" is null and "polls"."kind" in ('open'))));--> statement-breakpoint
CREATE POLICY "the keeper tends open votes" ON "poll_votes" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "one votes openly" ON "poll_votes" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("poll_votes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "poll_votes"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "poll_votes"."school_id"
    and "poll_voters"."poll_id" = "poll_votes"."poll_id" and "poll_voters"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and exists (select 1 from "polls" where "polls"."school_id" = "poll_votes"."school_id" and "polls"."id" = "poll_votes"."poll_id"
    and "polls"."closed_on" is null and "polls"."kind" in ('open'))));--> statement-breakpoint
CREATE POLICY "we see open votes" ON "poll_votes" AS PERMISSIVE FOR SELECT TO "house_member" USING (("poll_votes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "colleagues ask the team" ON "polls" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("polls"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "polls"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid and "polls"."closed_on" is null and "polls"."yes" is null and "polls"."doubt" is null and "polls"."no" is null));--> statement-breakpoint
CREATE POLICY "a link shows one poll" ON "polls" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "poll_voters" where "poll_voters"."school_id" = "polls"."school_id" and "poll_voters"."poll_id" = "polls"."id"
    and "poll_voters"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "the keeper tends polls" ON "polls" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our polls" ON "polls" AS PERMISSIVE FOR SELECT TO "house_member" USING (("polls"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));