CREATE TABLE "request_links" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"face_id" uuid,
	"name" text NOT NULL,
	"mail" text NOT NULL,
	"token_digest" text NOT NULL,
	"reply_digest" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "request_links_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_link_by_token" UNIQUE("school_id","token_digest")
);
--> statement-breakpoint
ALTER TABLE "request_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_moments" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"person_id" uuid,
	"link_id" uuid,
	"by_name" text,
	"text" text,
	"reason" text,
	"outcome" text,
	"left_out" text[],
	CONSTRAINT "request_moments_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "request_moments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key_digest" text NOT NULL,
	"visit_digest" text,
	"mail" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"proved_at" timestamp with time zone,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_visits_keyDigest_unique" UNIQUE("key_digest")
);
--> statement-breakpoint
ALTER TABLE "request_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requests" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid,
	"person_id" uuid,
	"follows_id" uuid,
	"asked_by" uuid,
	"asker_name" text,
	"school_name" text NOT NULL,
	"level" text NOT NULL,
	"what" text,
	"for_whom" text,
	"wish_day" date NOT NULL,
	"answer_by" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "to_a_partner_or_a_colleague" CHECK (num_nonnulls("requests"."relation_id", "requests"."person_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_school_id_request_id_requests_school_id_id_fk" FOREIGN KEY ("school_id","request_id") REFERENCES "public"."requests"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_links" ADD CONSTRAINT "request_links_school_id_face_id_faces_school_id_id_fk" FOREIGN KEY ("school_id","face_id") REFERENCES "public"."faces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_moments" ADD CONSTRAINT "request_moments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_moments" ADD CONSTRAINT "request_moments_school_id_request_id_requests_school_id_id_fk" FOREIGN KEY ("school_id","request_id") REFERENCES "public"."requests"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_school_id_follows_id_requests_school_id_id_fk" FOREIGN KEY ("school_id","follows_id") REFERENCES "public"."requests"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_links_by_request" ON "request_links" USING btree ("school_id","request_id");--> statement-breakpoint
CREATE INDEX "request_links_by_token" ON "request_links" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "request_links_by_reply" ON "request_links" USING btree ("reply_digest");--> statement-breakpoint
CREATE INDEX "request_links_by_mail" ON "request_links" USING btree ("mail");--> statement-breakpoint
CREATE INDEX "request_moments_in_order" ON "request_moments" USING btree ("school_id","request_id","at");--> statement-breakpoint
CREATE INDEX "request_visits_by_mail" ON "request_visits" USING btree ("mail","made_at");--> statement-breakpoint
CREATE INDEX "request_visits_by_digest" ON "request_visits" USING btree ("visit_digest");--> statement-breakpoint
CREATE INDEX "requests_by_relation" ON "requests" USING btree ("school_id","relation_id");--> statement-breakpoint
CREATE INDEX "requests_by_asker" ON "requests" USING btree ("school_id","asked_by");--> statement-breakpoint
CREATE INDEX "requests_by_colleague" ON "requests" USING btree ("school_id","person_id");--> statement-breakpoint
CREATE INDEX "requests_by_predecessor" ON "requests" USING btree ("school_id","follows_id");--> statement-breakpoint
CREATE POLICY "guests put letters about requests ready" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK ((nullif((select current_setting('house.key', true)), '') is not null and "outbox"."kind" in ('requests.tell', 'requests.link', 'requests.code')));--> statement-breakpoint
CREATE POLICY "guests see the link they hold" ON "request_links" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("request_links"."revoked_at" is null and ("request_links"."token_digest" = nullif((select current_setting('house.key', true)), '') or "request_links"."reply_digest" = nullif((select current_setting('house.key', true)), '') or "request_links"."mail" in (select "request_visits"."mail" from "request_visits" where "request_visits"."visit_digest" = nullif((select current_setting('house.key', true)), '')
  and "request_visits"."proved_at" is not null and "request_visits"."expires_at" > now()))));--> statement-breakpoint
CREATE POLICY "the keeper tends links" ON "request_links" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we end our links" ON "request_links" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("request_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "requests" where "requests"."school_id" = "request_links"."school_id" and "requests"."id" = "request_links"."request_id"
    and "requests"."person_id" is distinct from nullif((select current_setting('house.person', true)), '')::uuid))) WITH CHECK ((("request_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "requests" where "requests"."school_id" = "request_links"."school_id" and "requests"."id" = "request_links"."request_id"
    and "requests"."person_id" is distinct from nullif((select current_setting('house.person', true)), '')::uuid)) and "request_links"."revoked_at" is not null));--> statement-breakpoint
CREATE POLICY "we see our links" ON "request_links" AS PERMISSIVE FOR SELECT TO "house_member" USING (("request_links"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "requests" where "requests"."school_id" = "request_links"."school_id" and "requests"."id" = "request_links"."request_id"
    and "requests"."person_id" is distinct from nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "each side does its own part" ON "request_moments" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (("request_moments"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and "request_moments"."link_id" is null and (("request_moments"."side" in ('asking') and "request_moments"."kind" in ('asked', 'asked_on', 'done', 'withdrawn', 'rerouted', 'note') and exists (select 1 from "requests" where "requests"."school_id" = "request_moments"."school_id" and "requests"."id" = "request_moments"."request_id"
    and ("requests"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "requests"."person_id" is distinct from nullif((select current_setting('house.person', true)), '')::uuid))) or ("request_moments"."side" in ('asked') and "request_moments"."kind" in ('seen', 'accepted', 'declined', 'answered', 'done', 'note') and exists (select 1 from "requests" where "requests"."school_id" = "request_moments"."school_id" and "requests"."id" = "request_moments"."request_id"
    and ("requests"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid or "requests"."school_id" <> nullif((select current_setting('house.organisation', true)), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "both sides see what happened" ON "request_moments" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "requests" where "requests"."school_id" = "request_moments"."school_id" and "requests"."id" = "request_moments"."request_id"
    and true));--> statement-breakpoint
CREATE POLICY "a link answers one request" ON "request_moments" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK (("request_moments"."side" in ('asked') and "request_moments"."person_id" is null and "request_moments"."kind" in ('seen', 'accepted', 'declined', 'answered', 'done', 'note') and exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and "request_links"."id" = "request_moments"."link_id")));--> statement-breakpoint
CREATE POLICY "a link shows what happened to it" ON "request_moments" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "request_links" where "request_links"."school_id" = "request_moments"."school_id"
    and "request_links"."request_id" = "request_moments"."request_id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and true));--> statement-breakpoint
CREATE POLICY "the keeper tends what happened" ON "request_moments" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link asks for a code" ON "request_visits" AS PERMISSIVE FOR INSERT TO "house_guest" WITH CHECK (("request_visits"."visit_digest" is null and "request_visits"."proved_at" is null and exists (select 1 from "request_links" where "request_links"."token_digest" = nullif((select current_setting('house.key', true)), '')
      and "request_links"."revoked_at" is null and "request_links"."expires_at" > now() and "request_links"."mail" = "request_visits"."mail")));--> statement-breakpoint
CREATE POLICY "guests see their own visit" ON "request_visits" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("request_visits"."key_digest" = nullif((select current_setting('house.key', true)), '') or "request_visits"."visit_digest" = nullif((select current_setting('house.key', true)), '')));--> statement-breakpoint
CREATE POLICY "guests try their code" ON "request_visits" AS PERMISSIVE FOR UPDATE TO "house_guest" USING (("request_visits"."key_digest" = nullif((select current_setting('house.key', true)), '') or "request_visits"."visit_digest" = nullif((select current_setting('house.key', true)), ''))) WITH CHECK ((("request_visits"."key_digest" = nullif((select current_setting('house.key', true)), '') or "request_visits"."visit_digest" = nullif((select current_setting('house.key', true)), '')) and ("request_visits"."proved_at" is null or "request_visits"."visit_digest" = nullif((select current_setting('house.key', true)), ''))));--> statement-breakpoint
CREATE POLICY "the keeper tends visits" ON "request_visits" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "both sides see a request" ON "requests" AS PERMISSIVE FOR SELECT TO "house_member" USING (((("requests"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and ("requests"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid or "requests"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid or ("requests"."relation_id" is not null and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "requests"."school_id"
    and "relations"."id" = "requests"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))))) or exists (select 1 from "relations" where "relations"."school_id" = "requests"."school_id"
    and "relations"."id" = "requests"."relation_id" and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "colleagues ask" ON "requests" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("requests"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and "requests"."asked_by" = nullif((select current_setting('house.person', true)), '')::uuid and (exists (select 1 from "relations" where "relations"."school_id" = "requests"."school_id"
    and "relations"."id" = "requests"."relation_id" and ("relations"."until" is null or "relations"."until" >= current_date)) or exists (select 1 from "memberships" where "memberships"."organisation_id" = "requests"."school_id"
  and "memberships"."person_id" = "requests"."person_id" and "memberships"."person_id" <> nullif((select current_setting('house.person', true)), '')::uuid))));--> statement-breakpoint
CREATE POLICY "a link opens one request" ON "requests" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "request_links" where "request_links"."school_id" = "requests"."school_id"
    and "request_links"."request_id" = "requests"."id" and "request_links"."revoked_at" is null
    and "request_links"."expires_at" > now() and true));--> statement-breakpoint
CREATE POLICY "the keeper tends requests" ON "requests" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);