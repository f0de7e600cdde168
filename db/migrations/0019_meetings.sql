CREATE TABLE "meeting_addresses" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mail" text NOT NULL,
	CONSTRAINT "meeting_addresses_school_id_meeting_id_id_pk" PRIMARY KEY("school_id","meeting_id","id")
);
--> statement-breakpoint
ALTER TABLE "meeting_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_answers" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"invitee_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_answers_school_id_meeting_id_option_id_invitee_id_pk" PRIMARY KEY("school_id","meeting_id","option_id","invitee_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_invitees" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"face_id" uuid,
	"name" text NOT NULL,
	"required" boolean NOT NULL,
	"token_digest" text NOT NULL,
	CONSTRAINT "meeting_invitees_school_id_meeting_id_id_pk" PRIMARY KEY("school_id","meeting_id","id"),
	CONSTRAINT "invited_once" UNIQUE("school_id","meeting_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_invitees" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_options" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_options_school_id_meeting_id_id_pk" PRIMARY KEY("school_id","meeting_id","id"),
	CONSTRAINT "offered_once" UNIQUE("school_id","meeting_id","starts_at")
);
--> statement-breakpoint
ALTER TABLE "meeting_options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meetings" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"made_by" uuid,
	"maker_name" text NOT NULL,
	"school_name" text NOT NULL,
	"asked_at" timestamp with time zone,
	"answer_by" date,
	"shows_answers" boolean DEFAULT false NOT NULL,
	"shows_mails" boolean DEFAULT false NOT NULL,
	"takes_options" boolean DEFAULT false NOT NULL,
	"complete_at" timestamp with time zone,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"fixed_at" timestamp with time zone,
	"space_id" uuid,
	"place" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"invited" uuid[] NOT NULL,
	"keys" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meetings_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "meetings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "meeting_addresses" ADD CONSTRAINT "meeting_addresses_school_id_meeting_id_id_meeting_invitees_school_id_meeting_id_id_fk" FOREIGN KEY ("school_id","meeting_id","id") REFERENCES "public"."meeting_invitees"("school_id","meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_school_id_meeting_id_option_id_meeting_options_school_id_meeting_id_id_fk" FOREIGN KEY ("school_id","meeting_id","option_id") REFERENCES "public"."meeting_options"("school_id","meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_school_id_meeting_id_invitee_id_meeting_invitees_school_id_meeting_id_id_fk" FOREIGN KEY ("school_id","meeting_id","invitee_id") REFERENCES "public"."meeting_invitees"("school_id","meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitees" ADD CONSTRAINT "meeting_invitees_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitees" ADD CONSTRAINT "meeting_invitees_school_id_meeting_id_meetings_school_id_id_fk" FOREIGN KEY ("school_id","meeting_id") REFERENCES "public"."meetings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_invitees" ADD CONSTRAINT "meeting_invitees_school_id_face_id_faces_school_id_id_fk" FOREIGN KEY ("school_id","face_id") REFERENCES "public"."faces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_options" ADD CONSTRAINT "meeting_options_school_id_meeting_id_meetings_school_id_id_fk" FOREIGN KEY ("school_id","meeting_id") REFERENCES "public"."meetings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_school_id_space_id_spaces_school_id_id_fk" FOREIGN KEY ("school_id","space_id") REFERENCES "public"."spaces"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitees_by_token" ON "meeting_invitees" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "invitees_by_person" ON "meeting_invitees" USING btree ("school_id","person_id");--> statement-breakpoint
CREATE INDEX "meetings_by_maker" ON "meetings" USING btree ("school_id","made_by");--> statement-breakpoint
CREATE INDEX "meetings_by_moment" ON "meetings" USING btree ("school_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_by_key" ON "meetings" USING gin ("keys");--> statement-breakpoint
CREATE POLICY "a link says that it answered" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((nullif((select current_setting('house.key', true)), '') is not null and "outbox"."kind" = 'meetings.answered'));--> statement-breakpoint
CREATE POLICY "the keeper tends addresses" ON "meeting_addresses" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers insert addresses" ON "meeting_addresses" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_addresses"."school_id" and "meetings"."id" = "meeting_addresses"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers see addresses" ON "meeting_addresses" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_addresses"."school_id" and "meetings"."id" = "meeting_addresses"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends answers" ON "meeting_answers" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link answers for itself" ON "meeting_answers" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."token_digest" = nullif((select current_setting('house.key', true)), '')) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null))));--> statement-breakpoint
CREATE POLICY "a link answers again" ON "meeting_answers" AS PERMISSIVE FOR UPDATE TO "house_guest" USING ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."token_digest" = nullif((select current_setting('house.key', true)), '')) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null)))) WITH CHECK ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."token_digest" = nullif((select current_setting('house.key', true)), '')) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null))));--> statement-breakpoint
CREATE POLICY "a link shows its own answers, and those that are shown" ON "meeting_answers" AS PERMISSIVE FOR SELECT TO "house_guest" USING ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."token_digest" = nullif((select current_setting('house.key', true)), '')) or exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and "meetings"."shows_answers")));--> statement-breakpoint
CREATE POLICY "one answers oneself" ON "meeting_answers" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null))));--> statement-breakpoint
CREATE POLICY "one answers again" ON "meeting_answers" AS PERMISSIVE FOR UPDATE TO "house_member" USING ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null)))) WITH CHECK ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null))));--> statement-breakpoint
CREATE POLICY "we see our own answers, and those that are shown" ON "meeting_answers" AS PERMISSIVE FOR SELECT TO "house_member" USING ((exists (select 1 from "meeting_invitees" where "meeting_invitees"."school_id" = "meeting_answers"."school_id"
    and "meeting_invitees"."meeting_id" = "meeting_answers"."meeting_id" and "meeting_invitees"."id" = "meeting_answers"."invitee_id"
    and "meeting_invitees"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) or exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_answers"."school_id" and "meetings"."id" = "meeting_answers"."meeting_id"
    and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or ("meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid] and "meetings"."shows_answers")))));--> statement-breakpoint
CREATE POLICY "the keeper tends who is invited" ON "meeting_invitees" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link shows who is invited where that is shown" ON "meeting_invitees" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("meeting_invitees"."token_digest" = nullif((select current_setting('house.key', true)), '') or exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and "meetings"."shows_answers")));--> statement-breakpoint
CREATE POLICY "makers insert who is invited" ON "meeting_invitees" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers delete who is invited" ON "meeting_invitees" AS PERMISSIVE FOR DELETE TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers update who is invited" ON "meeting_invitees" AS PERMISSIVE FOR UPDATE TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "we see who is invited where that is shown" ON "meeting_invitees" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("meeting_invitees"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and true)) or exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_invitees"."school_id" and "meetings"."id" = "meeting_invitees"."meeting_id"
    and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or ("meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid] and "meetings"."shows_answers")))));--> statement-breakpoint
CREATE POLICY "the keeper tends moments" ON "meeting_options" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link offers a moment where it may" ON "meeting_options" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_options"."school_id" and "meetings"."id" = "meeting_options"."meeting_id"
    and (("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null) and "meetings"."takes_options")));--> statement-breakpoint
CREATE POLICY "a link shows the moments offered" ON "meeting_options" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_options"."school_id" and "meetings"."id" = "meeting_options"."meeting_id"
    and true));--> statement-breakpoint
CREATE POLICY "makers delete moments" ON "meeting_options" AS PERMISSIVE FOR DELETE TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_options"."school_id" and "meetings"."id" = "meeting_options"."meeting_id"
    and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers offer moments, and who is invited where she may" ON "meeting_options" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_options"."school_id" and "meetings"."id" = "meeting_options"."meeting_id"
    and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or ("meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid] and (("meetings"."asked_at" is not null and "meetings"."starts_at" is null and "meetings"."cancelled_at" is null) and "meetings"."takes_options")))));--> statement-breakpoint
CREATE POLICY "we see the moments offered" ON "meeting_options" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_options"."school_id" and "meetings"."id" = "meeting_options"."meeting_id"
    and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or "meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid])));--> statement-breakpoint
CREATE POLICY "colleagues make a meeting" ON "meetings" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("meetings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends meetings" ON "meetings" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link shows one meeting" ON "meetings" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("meetings"."keys" @> array[nullif((select current_setting('house.key', true)), '')] and "meetings"."asked_at" is not null));--> statement-breakpoint
CREATE POLICY "makers change their meeting" ON "meetings" AS PERMISSIVE FOR UPDATE TO "house_member" USING ((("meetings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK ((("meetings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers drop what was never asked" ON "meetings" AS PERMISSIVE FOR DELETE TO "house_member" USING (((("meetings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid) and "meetings"."asked_at" is null));--> statement-breakpoint
CREATE POLICY "makers, invited and, once fixed, colleagues see a meeting" ON "meetings" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("meetings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or ("meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid] and "meetings"."asked_at" is not null) or "meetings"."starts_at" is not null)));