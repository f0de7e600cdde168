CREATE TABLE "feeds" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"space_id" uuid,
	"token_digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feeds_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_feed_by_address" UNIQUE("school_id","token_digest")
);
--> statement-breakpoint
ALTER TABLE "feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_school_id_space_id_spaces_school_id_id_fk" FOREIGN KEY ("school_id","space_id") REFERENCES "public"."spaces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feeds_by_address" ON "feeds" USING btree ("token_digest");--> statement-breakpoint
CREATE POLICY "the keeper tends feeds" ON "feeds" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everybody tends her own feeds" ON "feeds" AS PERMISSIVE FOR ALL TO "house_member" USING (("feeds"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge'] and "feeds"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and "feeds"."account_id" = nullif((select current_setting('house.account', true)), ''))) WITH CHECK (("feeds"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge'] and "feeds"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and "feeds"."account_id" = nullif((select current_setting('house.account', true)), '')));--> statement-breakpoint
CREATE POLICY "who brings an address finds its feed" ON "feeds" AS PERMISSIVE FOR SELECT TO "house_guest" USING ("feeds"."token_digest" = nullif((select current_setting('house.key', true)), ''));