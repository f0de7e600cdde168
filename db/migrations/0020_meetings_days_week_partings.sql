CREATE TABLE "school_days" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	CONSTRAINT "school_days_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "school_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "school_regions" (
	"school_id" uuid PRIMARY KEY NOT NULL,
	"region" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "school_regions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "hall_hours" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"weekday" integer NOT NULL,
	"from" time NOT NULL,
	"until" time NOT NULL,
	"place" text,
	CONSTRAINT "hall_hours_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "hall_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hall_partners" (
	"school_id" uuid NOT NULL,
	"relation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"agreed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hall_partners_school_id_relation_id_pk" PRIMARY KEY("school_id","relation_id")
);
--> statement-breakpoint
ALTER TABLE "hall_partners" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hall_screens" (
	"school_id" uuid PRIMARY KEY NOT NULL,
	"token_digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_screen_by_digest" UNIQUE("school_id","token_digest")
);
--> statement-breakpoint
ALTER TABLE "hall_screens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lessons" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from" time NOT NULL,
	"until" time NOT NULL,
	"subject" text NOT NULL,
	"protected" boolean NOT NULL,
	CONSTRAINT "lessons_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "lessons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_hours" (
	"organisation_id" uuid NOT NULL,
	"calendar_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"busy" bigint[] NOT NULL,
	CONSTRAINT "calendar_hours_organisation_id_calendar_id_pk" PRIMARY KEY("organisation_id","calendar_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_seals" (
	"organisation_id" uuid NOT NULL,
	"calendar_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed" text,
	"due_at" timestamp with time zone,
	"fetched_at" timestamp with time zone,
	"trouble" text,
	CONSTRAINT "calendar_seals_organisation_id_calendar_id_pk" PRIMARY KEY("organisation_id","calendar_id")
);
--> statement-breakpoint
ALTER TABLE "calendar_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendars" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendars_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "calendars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "week_plans" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"monday" date NOT NULL,
	"digest" text NOT NULL,
	"most" integer NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seconds" integer DEFAULT 0 NOT NULL,
	"points" integer,
	"bound" integer,
	"stop_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"found" jsonb,
	"taken_at" timestamp with time zone,
	CONSTRAINT "week_plans_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "week_plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "placements" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from" time NOT NULL,
	"space_id" uuid,
	"since" date NOT NULL,
	"until" date,
	"by_hand" boolean NOT NULL,
	CONSTRAINT "placements_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "placements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_groups" (
	"school_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"pupils" integer,
	CONSTRAINT "session_groups_school_id_session_id_group_id_pk" PRIMARY KEY("school_id","session_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "session_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"times" integer NOT NULL,
	"place" text NOT NULL,
	"space_id" uuid,
	CONSTRAINT "sessions_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "week_limits" (
	"school_id" uuid PRIMARY KEY NOT NULL,
	"out_at_once" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "week_limits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_steps" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"step" text NOT NULL,
	"path" text NOT NULL,
	"decided_on" date NOT NULL,
	"asked_by" uuid,
	"closed_on" date,
	"closed_by" uuid,
	"declined" text,
	CONSTRAINT "line_steps_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "line_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "line_funds" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"euros" integer,
	"ends_on" date NOT NULL,
	"noted_by" uuid,
	CONSTRAINT "line_funds_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "line_funds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parting_answers" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"parting_id" uuid NOT NULL,
	"name" text NOT NULL,
	"work" text,
	"phone" text,
	"mail" text,
	"note" text,
	"person_id" uuid,
	"by_name" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parting_answers_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "parting_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parting_links" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"parting_id" uuid NOT NULL,
	"relation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mail" text NOT NULL,
	"leaver" text NOT NULL,
	"school_name" text NOT NULL,
	"partner_name" text NOT NULL,
	"token_digest" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "parting_links_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_parting_link_by_token" UNIQUE("school_id","token_digest")
);
--> statement-breakpoint
ALTER TABLE "parting_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "partings" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"face_id" uuid NOT NULL,
	"stops_on" date NOT NULL,
	"said_by" text NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_on" date,
	"successor_id" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "partings_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_parting_each" UNIQUE("school_id","face_id")
);
--> statement-breakpoint
ALTER TABLE "partings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "polls" ADD COLUMN "sheet" text;--> statement-breakpoint
ALTER TABLE "school_days" ADD CONSTRAINT "school_days_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_regions" ADD CONSTRAINT "school_regions_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "hall_hours" ADD CONSTRAINT "hall_hours_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_partners" ADD CONSTRAINT "hall_partners_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hall_screens" ADD CONSTRAINT "hall_screens_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_hours" ADD CONSTRAINT "calendar_hours_organisation_id_calendar_id_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."calendars"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_seals" ADD CONSTRAINT "calendar_seals_organisation_id_calendar_id_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."calendars"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_plans" ADD CONSTRAINT "week_plans_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_school_id_session_id_sessions_school_id_id_fk" FOREIGN KEY ("school_id","session_id") REFERENCES "public"."sessions"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_school_id_space_id_spaces_school_id_id_fk" FOREIGN KEY ("school_id","space_id") REFERENCES "public"."spaces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_groups" ADD CONSTRAINT "session_groups_school_id_session_id_sessions_school_id_id_fk" FOREIGN KEY ("school_id","session_id") REFERENCES "public"."sessions"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_school_id_space_id_spaces_school_id_id_fk" FOREIGN KEY ("school_id","space_id") REFERENCES "public"."spaces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_limits" ADD CONSTRAINT "week_limits_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_steps" ADD CONSTRAINT "line_steps_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_steps" ADD CONSTRAINT "line_steps_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_steps" ADD CONSTRAINT "line_steps_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_funds" ADD CONSTRAINT "line_funds_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_funds" ADD CONSTRAINT "line_funds_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parting_answers" ADD CONSTRAINT "parting_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parting_answers" ADD CONSTRAINT "parting_answers_school_id_parting_id_partings_school_id_id_fk" FOREIGN KEY ("school_id","parting_id") REFERENCES "public"."partings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parting_links" ADD CONSTRAINT "parting_links_school_id_parting_id_partings_school_id_id_fk" FOREIGN KEY ("school_id","parting_id") REFERENCES "public"."partings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_school_id_face_id_faces_school_id_id_fk" FOREIGN KEY ("school_id","face_id") REFERENCES "public"."faces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "school_days_by_day" ON "school_days" USING btree ("school_id","until");--> statement-breakpoint
CREATE INDEX "invitees_by_token" ON "meeting_invitees" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "invitees_by_person" ON "meeting_invitees" USING btree ("school_id","person_id");--> statement-breakpoint
CREATE INDEX "meetings_by_maker" ON "meetings" USING btree ("school_id","made_by");--> statement-breakpoint
CREATE INDEX "meetings_by_moment" ON "meetings" USING btree ("school_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_by_key" ON "meetings" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "lessons_by_group" ON "lessons" USING btree ("school_id","group_id");--> statement-breakpoint
CREATE INDEX "calendar_hours_by_person" ON "calendar_hours" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "calendars_by_person" ON "calendars" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "placements_by_session" ON "placements" USING btree ("school_id","session_id");--> statement-breakpoint
CREATE INDEX "sessions_by_relation" ON "sessions" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE INDEX "line_steps_by_relation" ON "line_steps" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE INDEX "line_funds_by_relation" ON "line_funds" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE INDEX "parting_answers_by_parting" ON "parting_answers" USING btree ("school_id","parting_id","at");--> statement-breakpoint
CREATE INDEX "parting_links_by_parting" ON "parting_links" USING btree ("school_id","parting_id");--> statement-breakpoint
CREATE INDEX "parting_links_by_token" ON "parting_links" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "partings_by_relation" ON "partings" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE POLICY "a link says that it answered" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((nullif((select current_setting('house.key', true)), '') is not null and "outbox"."kind" = 'meetings.answered'));--> statement-breakpoint
CREATE POLICY "guests put news of who follows ready" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((nullif((select current_setting('house.key', true)), '') is not null and "outbox"."kind" in ('handovers.named')));--> statement-breakpoint
CREATE POLICY "the screen in the hall shows when they are there" ON "presences" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_partners" where "hall_partners"."school_id" = "presences"."school_id" and "hall_partners"."relation_id" = "presences"."relation_id"));--> statement-breakpoint
CREATE POLICY "the screen in the hall shows which school it is" ON "organisations" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_screens" where "hall_screens"."school_id" = "organisations"."id" and "hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "the screen in the hall shows in which room" ON "spaces" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_screens" where "hall_screens"."school_id" = "spaces"."school_id" and "hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "a link about who follows shows how long its line lasts" ON "relations" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "parting_links" where "parting_links"."school_id" = "relations"."school_id"
    and "parting_links"."relation_id" = "relations"."id" and "parting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "the keeper tends our school days" ON "school_days" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our school days" ON "school_days" AS PERMISSIVE FOR SELECT TO "house_member" USING (("school_days"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "planners tend our school days" ON "school_days" AS PERMISSIVE FOR ALL TO "house_member" USING ((("school_days"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','eventmanager','cultuurcoordinator'])) WITH CHECK ((("school_days"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','eventmanager','cultuurcoordinator']));--> statement-breakpoint
CREATE POLICY "the screen in the hall shows when school is closed" ON "school_days" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_screens" where "hall_screens"."school_id" = "school_days"."school_id" and "hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "the keeper tends our holiday region" ON "school_regions" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our holiday region" ON "school_regions" AS PERMISSIVE FOR SELECT TO "house_member" USING (("school_regions"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "planners tend our holiday region" ON "school_regions" AS PERMISSIVE FOR ALL TO "house_member" USING ((("school_regions"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','eventmanager','cultuurcoordinator'])) WITH CHECK ((("school_regions"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','eventmanager','cultuurcoordinator']));--> statement-breakpoint
CREATE POLICY "the screen in the hall shows its holidays" ON "school_regions" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_screens" where "hall_screens"."school_id" = "school_regions"."school_id" and "hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
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
CREATE POLICY "makers, invited and, once fixed, colleagues see a meeting" ON "meetings" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("meetings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or ("meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid] and "meetings"."asked_at" is not null) or "meetings"."starts_at" is not null)));--> statement-breakpoint
CREATE POLICY "the keeper tends hours on the screen" ON "hall_hours" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the screen in the hall shows open hours" ON "hall_hours" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_screens" where "hall_screens"."school_id" = "hall_hours"."school_id" and "hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "we see hours on the screen" ON "hall_hours" AS PERMISSIVE FOR SELECT TO "house_member" USING (("hall_hours"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "who arranges the hall tends hours on the screen" ON "hall_hours" AS PERMISSIVE FOR ALL TO "house_member" USING ((("hall_hours"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'])) WITH CHECK ((("hall_hours"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "the keeper tends who is on the screen" ON "hall_partners" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the screen in the hall shows who agreed" ON "hall_partners" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "hall_screens" where "hall_screens"."school_id" = "hall_partners"."school_id" and "hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "we see who is on the screen" ON "hall_partners" AS PERMISSIVE FOR SELECT TO "house_member" USING (("hall_partners"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "who arranges the hall tends who is on the screen" ON "hall_partners" AS PERMISSIVE FOR ALL TO "house_member" USING ((("hall_partners"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'])) WITH CHECK ((("hall_partners"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "the keeper tends the screen in the hall" ON "hall_screens" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the screen in the hall shows itself" ON "hall_screens" AS PERMISSIVE FOR SELECT TO "house_guest" USING ("hall_screens"."token_digest" = nullif((select current_setting('house.key', true)), ''));--> statement-breakpoint
CREATE POLICY "we see the screen in the hall" ON "hall_screens" AS PERMISSIVE FOR SELECT TO "house_member" USING (("hall_screens"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "who arranges the hall tends the screen in the hall" ON "hall_screens" AS PERMISSIVE FOR ALL TO "house_member" USING ((("hall_screens"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'])) WITH CHECK ((("hall_screens"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "the keeper tends lessons" ON "lessons" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers of the week tend lessons" ON "lessons" AS PERMISSIVE FOR ALL TO "house_member" USING ((("lessons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib'])) WITH CHECK ((("lessons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib']));--> statement-breakpoint
CREATE POLICY "we see our lessons" ON "lessons" AS PERMISSIVE FOR SELECT TO "house_member" USING (("lessons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "colleagues type lessons" ON "lessons" AS PERMISSIVE FOR ALL TO "house_member" USING ((("lessons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['leerkracht'])) WITH CHECK ((("lessons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['leerkracht']));--> statement-breakpoint
CREATE POLICY "colleagues see that she is busy" ON "calendar_hours" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or ("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_hours"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "the keeper tends busy hours" ON "calendar_hours" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own busy hours" ON "calendar_hours" AS PERMISSIVE FOR ALL TO "house_member" USING (("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_hours"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_hours"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends calendar addresses" ON "calendar_seals" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own calendar addresses" ON "calendar_seals" AS PERMISSIVE FOR ALL TO "house_member" USING (("calendar_seals"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_seals"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (("calendar_seals"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_seals"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends calendars" ON "calendars" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own calendars" ON "calendars" AS PERMISSIVE FOR ALL TO "house_member" USING (("calendars"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendars"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (("calendars"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendars"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends proposals for the week" ON "week_plans" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers of the week tend proposals for the week" ON "week_plans" AS PERMISSIVE FOR ALL TO "house_member" USING ((("week_plans"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib'])) WITH CHECK ((("week_plans"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib']));--> statement-breakpoint
CREATE POLICY "we see our proposals for the week" ON "week_plans" AS PERMISSIVE FOR SELECT TO "house_member" USING (("week_plans"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends placements" ON "placements" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers of the week tend placements" ON "placements" AS PERMISSIVE FOR ALL TO "house_member" USING ((("placements"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib'])) WITH CHECK ((("placements"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib']));--> statement-breakpoint
CREATE POLICY "we see our placements" ON "placements" AS PERMISSIVE FOR SELECT TO "house_member" USING (("placements"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends groups of sessions" ON "session_groups" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers of the week tend groups of sessions" ON "session_groups" AS PERMISSIVE FOR ALL TO "house_member" USING ((("session_groups"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib'])) WITH CHECK ((("session_groups"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib']));--> statement-breakpoint
CREATE POLICY "we see our groups of sessions" ON "session_groups" AS PERMISSIVE FOR SELECT TO "house_member" USING (("session_groups"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends sessions" ON "sessions" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers of the week tend sessions" ON "sessions" AS PERMISSIVE FOR ALL TO "house_member" USING ((("sessions"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib'])) WITH CHECK ((("sessions"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib']));--> statement-breakpoint
CREATE POLICY "we see our sessions" ON "sessions" AS PERMISSIVE FOR SELECT TO "house_member" USING (("sessions"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends limits of the week" ON "week_limits" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers of the week tend limits of the week" ON "week_limits" AS PERMISSIVE FOR ALL TO "house_member" USING ((("week_limits"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib'])) WITH CHECK ((("week_limits"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder','ib']));--> statement-breakpoint
CREATE POLICY "we see our limits of the week" ON "week_limits" AS PERMISSIVE FOR SELECT TO "house_member" USING (("week_limits"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "who decides about a line asks to do it" ON "line_steps" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (((("line_steps"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "line_steps"."school_id" and "relations"."id" = "line_steps"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) and "line_steps"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid and "line_steps"."closed_on" is null));--> statement-breakpoint
CREATE POLICY "decided otherwise, it is asked no more" ON "line_steps" AS PERMISSIVE FOR DELETE TO "house_member" USING (((("line_steps"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "line_steps"."school_id" and "relations"."id" = "line_steps"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) and "line_steps"."closed_on" is null));--> statement-breakpoint
CREATE POLICY "who tends the line does it, or says why not" ON "line_steps" AS PERMISSIVE FOR UPDATE TO "house_member" USING (((("line_steps"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "line_steps"."school_id" and "relations"."id" = "line_steps"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) and "line_steps"."closed_on" is null)) WITH CHECK (((("line_steps"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "line_steps"."school_id" and "relations"."id" = "line_steps"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) and "line_steps"."closed_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends steps" ON "line_steps" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see what is still to be done" ON "line_steps" AS PERMISSIVE FOR SELECT TO "house_member" USING (("line_steps"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "who tends the line notes its money" ON "line_funds" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (((("line_funds"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "line_funds"."school_id"
  and "relations"."id" = "line_funds"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) and "line_funds"."noted_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "who tends the line removes its money" ON "line_funds" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("line_funds"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "line_funds"."school_id"
  and "relations"."id" = "line_funds"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends money of lines" ON "line_funds" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see on what a line runs" ON "line_funds" AS PERMISSIVE FOR SELECT TO "house_member" USING (("line_funds"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "both sides see who was named" ON "parting_answers" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "partings" where "partings"."school_id" = "parting_answers"."school_id"
  and "partings"."id" = "parting_answers"."parting_id"));--> statement-breakpoint
CREATE POLICY "a link names who follows" ON "parting_answers" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK (("parting_answers"."person_id" is null and exists (select 1 from "partings" where "partings"."school_id" = "parting_answers"."school_id"
  and "partings"."id" = "parting_answers"."parting_id")));--> statement-breakpoint
CREATE POLICY "the keeper tends who was named" ON "parting_answers" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a partner names who follows" ON "parting_answers" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (("parting_answers"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and exists (select 1 from "partings" where "partings"."school_id" = "parting_answers"."school_id"
      and "partings"."id" = "parting_answers"."parting_id" and exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid))));--> statement-breakpoint
CREATE POLICY "guests see the link that asks who follows" ON "parting_links" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("parting_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "parting_links"."expires_at" > now()));--> statement-breakpoint
CREATE POLICY "who tends the line ends the link" ON "parting_links" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("parting_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "parting_links"."school_id" and "relations"."id" = "parting_links"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends links about partings" ON "parting_links" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see whom we asked who follows" ON "parting_links" AS PERMISSIVE FOR SELECT TO "house_member" USING (("parting_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "both sides see who stops" ON "partings" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("partings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "each side says who stops" ON "partings" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((exists (select 1 from "faces" where "faces"."school_id" = "partings"."school_id" and "faces"."id" = "partings"."face_id"
  and "faces"."relation_id" = "partings"."relation_id") and "partings"."started_by" = nullif((select current_setting('house.person', true)), '')::uuid and (("partings"."said_by" = 'school' and (("partings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) or (("partings"."said_by" = 'partner' and "partings"."confirmed_on" is null and "partings"."successor_id" is null and "partings"."settled_at" is null) and exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "a link says that its holder stops" ON "partings" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((("partings"."said_by" = 'partner' and "partings"."confirmed_on" is null and "partings"."successor_id" is null and "partings"."settled_at" is null) and "partings"."started_by" is null and (exists (select 1 from "table_links" where "table_links"."school_id" = "partings"."school_id"
  and "table_links"."face_id" = "partings"."face_id" and "table_links"."relation_id" = "partings"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now()) or exists (select 1 from "request_links" join "requests" on "requests"."school_id" = "request_links"."school_id"
  and "requests"."id" = "request_links"."request_id" where "request_links"."school_id" = "partings"."school_id" and "request_links"."face_id" = "partings"."face_id"
  and "requests"."relation_id" = "partings"."relation_id" and "request_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "request_links"."revoked_at" is null
  and "request_links"."expires_at" > now()))));--> statement-breakpoint
CREATE POLICY "a link shows one parting" ON "partings" AS PERMISSIVE FOR SELECT TO "house_guest" USING ((exists (select 1 from "parting_links" where "parting_links"."school_id" = "partings"."school_id"
  and "parting_links"."parting_id" = "partings"."id" and "parting_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "parting_links"."expires_at" > now()) or exists (select 1 from "table_links" where "table_links"."school_id" = "partings"."school_id"
  and "table_links"."face_id" = "partings"."face_id" and "table_links"."relation_id" = "partings"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now()) or exists (select 1 from "request_links" join "requests" on "requests"."school_id" = "request_links"."school_id"
  and "requests"."id" = "request_links"."request_id" where "request_links"."school_id" = "partings"."school_id" and "request_links"."face_id" = "partings"."face_id"
  and "requests"."relation_id" = "partings"."relation_id" and "request_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "request_links"."revoked_at" is null
  and "request_links"."expires_at" > now())));--> statement-breakpoint
CREATE POLICY "who tends the line sees to it" ON "partings" AS PERMISSIVE FOR UPDATE TO "house_member" USING ((("partings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) WITH CHECK ((("partings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "who tends the line takes it back" ON "partings" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("partings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "partings"."school_id" and "relations"."id" = "partings"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends partings" ON "partings" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER POLICY "colleagues ask the team" ON "polls" TO house_member WITH CHECK ((("polls"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "polls"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid and "polls"."closed_on" is null and "polls"."yes" is null and "polls"."doubt" is null and "polls"."no" is null and "polls"."sheet" is null and ("polls"."kind" <> 'sounding' or string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider'])));