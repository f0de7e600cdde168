CREATE TABLE "offer_schools" (
	"school_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	CONSTRAINT "offer_schools_school_id_offer_id_to_id_pk" PRIMARY KEY("school_id","offer_id","to_id")
);
--> statement-breakpoint
ALTER TABLE "offer_schools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_sources" (
	"school_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"relation_id" uuid,
	"topic" text,
	"offered_by" uuid,
	CONSTRAINT "offer_sources_school_id_offer_id_pk" PRIMARY KEY("school_id","offer_id"),
	CONSTRAINT "one_offer_per_line" UNIQUE("school_id","relation_id"),
	CONSTRAINT "one_offer_per_topic" UNIQUE("school_id","topic")
);
--> statement-breakpoint
ALTER TABLE "offer_sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offers" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"form" text,
	"type" text,
	"place" text,
	"postcode" text,
	"website" text,
	"phone" text,
	"levels" text[] NOT NULL,
	"faces" jsonb NOT NULL,
	"topic" text,
	"body" text,
	"note" text,
	"audience" text NOT NULL,
	"km" integer,
	"offered_on" date NOT NULL,
	CONSTRAINT "offers_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "takings" (
	"school_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"giver" text NOT NULL,
	"name" text,
	"topic" text,
	"relation_id" uuid,
	"taken_by" uuid,
	"taken_on" date NOT NULL,
	CONSTRAINT "takings_school_id_offer_id_pk" PRIMARY KEY("school_id","offer_id")
);
--> statement-breakpoint
ALTER TABLE "takings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "offer_schools" ADD CONSTRAINT "offer_schools_to_id_organisations_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_schools" ADD CONSTRAINT "offer_schools_school_id_offer_id_offers_school_id_id_fk" FOREIGN KEY ("school_id","offer_id") REFERENCES "public"."offers"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_sources" ADD CONSTRAINT "offer_sources_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_sources" ADD CONSTRAINT "offer_sources_school_id_offer_id_offers_school_id_id_fk" FOREIGN KEY ("school_id","offer_id") REFERENCES "public"."offers"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_sources" ADD CONSTRAINT "offer_sources_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takings" ADD CONSTRAINT "takings_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takings" ADD CONSTRAINT "takings_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_schools_by_receiver" ON "offer_schools" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "offers_by_id" ON "offers" USING btree ("id");--> statement-breakpoint
CREATE POLICY "both sides see that a school was chosen" ON "offer_schools" AS PERMISSIVE FOR SELECT TO "house_member" USING ((string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge'] and ("offer_schools"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid or "offer_schools"."to_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "the keeper tends chosen schools" ON "offer_schools" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "who offers chooses schools" ON "offer_schools" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("offer_schools"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "the keeper tends offer sources" ON "offer_sources" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "who offers says from what" ON "offer_sources" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (((("offer_sources"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']) and "offer_sources"."offered_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "we see where our offers come from" ON "offer_sources" AS PERMISSIVE FOR SELECT TO "house_member" USING (("offer_sources"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends offers" ON "offers" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "who tends the network offers" ON "offers" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("offers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "who tends the network withdraws" ON "offers" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("offers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "we see what we offer and what is offered to us" ON "offers" AS PERMISSIVE FOR SELECT TO "house_member" USING ((string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge'] and ("offers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid or ("offers"."audience" = 'board' and exists (select 1 from "organisations" giver, "organisations" mine
    where giver.id = "offers"."school_id" and mine.id = nullif((select current_setting('house.organisation', true)), '')::uuid and mine.kind = 'school' and "mine"."board_id" = "giver"."board_id")) or ("offers"."audience" = 'near' and exists (select 1 from "organisations" giver, "organisations" mine
    where giver.id = "offers"."school_id" and mine.id = nullif((select current_setting('house.organisation', true)), '')::uuid and mine.kind = 'school' and "mine"."source" = 'duo' and "mine"."gone_on" is null and 6371 * sqrt(power(radians("mine"."latitude" - "giver"."latitude"), 2)
  + power(cos(radians("giver"."latitude")) * radians("mine"."longitude" - "giver"."longitude"), 2)) <= "offers"."km")) or ("offers"."audience" = 'chosen' and exists (select 1 from "offer_schools" where "offer_schools"."school_id" = "offers"."school_id"
    and "offer_schools"."offer_id" = "offers"."id" and "offer_schools"."to_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends takings" ON "takings" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "who tends the network takes over" ON "takings" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (((("takings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']) and "takings"."taken_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "we see what we took over" ON "takings" AS PERMISSIVE FOR SELECT TO "house_member" USING (("takings"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));