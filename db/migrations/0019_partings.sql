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
ALTER TABLE "parting_answers" ADD CONSTRAINT "parting_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parting_answers" ADD CONSTRAINT "parting_answers_school_id_parting_id_partings_school_id_id_fk" FOREIGN KEY ("school_id","parting_id") REFERENCES "public"."partings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parting_links" ADD CONSTRAINT "parting_links_school_id_parting_id_partings_school_id_id_fk" FOREIGN KEY ("school_id","parting_id") REFERENCES "public"."partings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partings" ADD CONSTRAINT "partings_school_id_face_id_faces_school_id_id_fk" FOREIGN KEY ("school_id","face_id") REFERENCES "public"."faces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parting_answers_by_parting" ON "parting_answers" USING btree ("school_id","parting_id","at");--> statement-breakpoint
CREATE INDEX "parting_links_by_parting" ON "parting_links" USING btree ("school_id","parting_id");--> statement-breakpoint
CREATE INDEX "parting_links_by_token" ON "parting_links" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "partings_by_relation" ON "partings" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE POLICY "guests put news of who follows ready" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((nullif((select current_setting('house.key', true)), '') is not null and "outbox"."kind" in ('handovers.named')));--> statement-breakpoint
CREATE POLICY "a request link shows how long its face is there" ON "faces" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "request_links" where "request_links"."school_id" = "faces"."school_id"
    and "request_links"."face_id" = "faces"."id"));--> statement-breakpoint
CREATE POLICY "a link about who follows shows how long its line lasts" ON "relations" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "parting_links" where "parting_links"."school_id" = "relations"."school_id"
    and "parting_links"."relation_id" = "relations"."id" and "parting_links"."token_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
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
ALTER POLICY "a link answers one request" ON "request_moments" TO house_guest WITH CHECK (("request_moments"."side" in ('asked') and "request_moments"."person_id" is null and "request_moments"."kind" in ('seen', 'accepted', 'declined', 'answered', 'done', 'note') and exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" where "faces"."school_id" = "request_links"."school_id"
    and "faces"."id" = "request_links"."face_id" and "faces"."left_on" <= current_date) and "request_links"."id" = "request_moments"."link_id")));--> statement-breakpoint
ALTER POLICY "a link shows what happened to it" ON "request_moments" TO house_guest USING (exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" where "faces"."school_id" = "request_links"."school_id"
    and "faces"."id" = "request_links"."face_id" and "faces"."left_on" <= current_date) and true));--> statement-breakpoint
ALTER POLICY "a link opens one request" ON "requests" TO house_guest USING (exists (select 1 from "request_links" where "request_links"."school_id" = "requests"."school_id"
    and "request_links"."request_id" = "requests"."id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and not exists (select 1 from "faces" where "faces"."school_id" = "request_links"."school_id"
    and "faces"."id" = "request_links"."face_id" and "faces"."left_on" <= current_date) and true));