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
ALTER TABLE "calendar_hours" ADD CONSTRAINT "calendar_hours_organisation_id_calendar_id_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."calendars"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_seals" ADD CONSTRAINT "calendar_seals_organisation_id_calendar_id_calendars_organisation_id_id_fk" FOREIGN KEY ("organisation_id","calendar_id") REFERENCES "public"."calendars"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_hours_by_person" ON "calendar_hours" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "calendars_by_person" ON "calendars" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE POLICY "colleagues see that she is busy" ON "calendar_hours" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or ("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_hours"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "the keeper tends busy hours" ON "calendar_hours" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own busy hours" ON "calendar_hours" AS PERMISSIVE FOR ALL TO "house_member" USING (("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_hours"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (("calendar_hours"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_hours"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends calendar addresses" ON "calendar_seals" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own calendar addresses" ON "calendar_seals" AS PERMISSIVE FOR ALL TO "house_member" USING (("calendar_seals"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_seals"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (("calendar_seals"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendar_seals"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends calendars" ON "calendars" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own calendars" ON "calendars" AS PERMISSIVE FOR ALL TO "house_member" USING (("calendars"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendars"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)) WITH CHECK (("calendars"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "calendars"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));