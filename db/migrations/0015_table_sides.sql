CREATE TABLE "table_links" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"face_id" uuid,
	"name" text NOT NULL,
	"mail" text NOT NULL,
	"school_name" text NOT NULL,
	"partner_name" text NOT NULL,
	"token_digest" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "table_links_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_table_link_by_token" UNIQUE("school_id","token_digest")
);
--> statement-breakpoint
ALTER TABLE "table_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "table_sides" (
	"school_id" uuid NOT NULL,
	"relation_id" uuid NOT NULL,
	"side" text NOT NULL,
	"does" text,
	"never" text,
	"judged" text,
	"needs" text,
	"wants" text,
	"gains" text,
	"hears" text,
	"deputises" text,
	"drops" text,
	"filled_on" date NOT NULL,
	"person_id" uuid,
	"by_name" text,
	CONSTRAINT "table_sides_school_id_relation_id_side_pk" PRIMARY KEY("school_id","relation_id","side")
);
--> statement-breakpoint
ALTER TABLE "table_sides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "table_links" ADD CONSTRAINT "table_links_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_links" ADD CONSTRAINT "table_links_school_id_face_id_faces_school_id_id_fk" FOREIGN KEY ("school_id","face_id") REFERENCES "public"."faces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_sides" ADD CONSTRAINT "table_sides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_sides" ADD CONSTRAINT "table_sides_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "table_links_by_relation" ON "table_links" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE INDEX "table_links_by_token" ON "table_links" USING btree ("token_digest");--> statement-breakpoint
CREATE POLICY "guests see the table link they hold" ON "table_links" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("table_links"."token_digest" = nullif((select current_setting('house.key', true)), '') and "table_links"."expires_at" > now()));--> statement-breakpoint
CREATE POLICY "the keeper tends links to a table" ON "table_links" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "who tends the line ends a link to its table" ON "table_links" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("table_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "table_links"."school_id" and "relations"."id" = "table_links"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "we see who got a link to a table" ON "table_links" AS PERMISSIVE FOR SELECT TO "house_member" USING (("table_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "both sides see the table" ON "table_sides" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("table_sides"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or exists (select 1 from "relations" where "relations"."school_id" = "table_sides"."school_id" and "relations"."id" = "table_sides"."relation_id"
    and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "each side sits down on its own" ON "table_sides" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (((("table_sides"."side" = 'school' and (("table_sides"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "table_sides"."school_id" and "relations"."id" = "table_sides"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) or ("table_sides"."side" = 'partner' and exists (select 1 from "relations" where "relations"."school_id" = "table_sides"."school_id" and "relations"."id" = "table_sides"."relation_id"
    and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid))) and "table_sides"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "each side takes its own column away" ON "table_sides" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("table_sides"."side" = 'school' and (("table_sides"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "table_sides"."school_id" and "relations"."id" = "table_sides"."relation_id"
    and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) or ("table_sides"."side" = 'partner' and exists (select 1 from "relations" where "relations"."school_id" = "table_sides"."school_id" and "relations"."id" = "table_sides"."relation_id"
    and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid))));--> statement-breakpoint
CREATE POLICY "a link opens one table" ON "table_sides" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "table_links" where "table_links"."school_id" = "table_sides"."school_id"
  and "table_links"."relation_id" = "table_sides"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now()));--> statement-breakpoint
CREATE POLICY "a link fills in the partner’s column" ON "table_sides" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((("table_sides"."side" = 'partner' and exists (select 1 from "table_links" where "table_links"."school_id" = "table_sides"."school_id"
  and "table_links"."relation_id" = "table_sides"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now())) and "table_sides"."person_id" is null));--> statement-breakpoint
CREATE POLICY "a link takes the partner’s column away" ON "table_sides" AS PERMISSIVE FOR DELETE TO "house_guest" USING (("table_sides"."side" = 'partner' and exists (select 1 from "table_links" where "table_links"."school_id" = "table_sides"."school_id"
  and "table_links"."relation_id" = "table_sides"."relation_id" and "table_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
  and "table_links"."expires_at" > now())));--> statement-breakpoint
CREATE POLICY "the keeper tends tables" ON "table_sides" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);