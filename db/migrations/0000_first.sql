CREATE TABLE "gate"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gate"."account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"fresh_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "gate"."session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."tries" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gate"."tries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "two_factor_userId_unique" UNIQUE("user_id")
);
--> statement-breakpoint
ALTER TABLE "gate"."two_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."used_codes" (
	"user_id" text NOT NULL,
	"digest" text NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "used_codes_user_id_digest_pk" PRIMARY KEY("user_id","digest")
);
--> statement-breakpoint
ALTER TABLE "gate"."used_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "gate"."user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gate"."verification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb,
	"enqueued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"not_before" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text
);
--> statement-breakpoint
ALTER TABLE "letters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trail" (
	"school_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"deed" text NOT NULL,
	"table_name" text NOT NULL,
	"row_id" text,
	"contents" jsonb,
	"contents_digest" text NOT NULL,
	"previous" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "trail_school_id_seq_pk" PRIMARY KEY("school_id","seq")
);
--> statement-breakpoint
ALTER TABLE "trail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trail_heads" (
	"school_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trail_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "presences" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from" time NOT NULL,
	"until" time NOT NULL,
	"space_id" uuid,
	"what" text,
	CONSTRAINT "presences_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "presences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answers" (
	"school_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"relation_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	CONSTRAINT "answers_school_id_topic_relation_id_pk" PRIMARY KEY("school_id","topic","relation_id")
);
--> statement-breakpoint
ALTER TABLE "answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profiles" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"can" text,
	"wants" text,
	"gives" text,
	"asks" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"type" text,
	"part_of" uuid,
	"board_id" uuid,
	"code" text,
	"board_number" text,
	"street" text,
	"house_number" text,
	"postcode" text,
	"place" text,
	"municipality_code" text,
	"municipality" text,
	"province" text,
	"denomination" text,
	"website" text,
	"phone" text,
	"holiday_region" text,
	"latitude" double precision,
	"longitude" double precision,
	"source" text NOT NULL,
	"typed_by" text,
	"gone_on" date,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bell_times" (
	"school_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from" time NOT NULL,
	"until" time NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "bell_times_school_id_weekday_from_pk" PRIMARY KEY("school_id","weekday","from")
);
--> statement-breakpoint
ALTER TABLE "bell_times" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "group_teachers" (
	"school_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"days" integer[] NOT NULL,
	CONSTRAINT "group_teachers_school_id_group_id_person_id_pk" PRIMARY KEY("school_id","group_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "group_teachers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "groups" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"years" integer[] NOT NULL,
	"pupils" integer,
	CONSTRAINT "groups_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_group_by_name" UNIQUE("school_id","name")
);
--> statement-breakpoint
ALTER TABLE "groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"days" integer[] NOT NULL,
	"deputy_id" uuid,
	"from" date,
	"until" date,
	"public" boolean DEFAULT false NOT NULL,
	CONSTRAINT "memberships_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "one_membership_each" UNIQUE("organisation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" text,
	"name" text NOT NULL,
	"mail" text,
	"phone" text,
	"source" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_accountId_unique" UNIQUE("account_id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spaces" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"note" text,
	CONSTRAINT "spaces_school_id_id_pk" PRIMARY KEY("school_id","id"),
	CONSTRAINT "one_space_by_name" UNIQUE("school_id","name")
);
--> statement-breakpoint
ALTER TABLE "spaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "faces" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"relation_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"name" text NOT NULL,
	"work" text,
	"phone" text,
	"mail" text,
	"days" integer[] NOT NULL,
	"moment" text,
	"source" text NOT NULL,
	"left_on" date,
	CONSTRAINT "faces_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "faces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reasons" (
	"school_id" uuid NOT NULL,
	"relation_id" uuid NOT NULL,
	"obligation" text,
	"legal_note" text,
	"motives" text[] NOT NULL,
	"about" text,
	CONSTRAINT "reasons_school_id_relation_id_pk" PRIMARY KEY("school_id","relation_id")
);
--> statement-breakpoint
ALTER TABLE "reasons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "relations" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"form" text DEFAULT 'organisation' NOT NULL,
	"type" text,
	"place" text,
	"postcode" text,
	"website" text,
	"phone" text,
	"levels" text[] NOT NULL,
	"scale" text,
	"since" date,
	"until" date,
	"owner_id" uuid,
	"deputy_id" uuid,
	"assured_on" date,
	"assured_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "relations_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "relations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "routes" (
	"school_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"role" text,
	"text" text,
	"owner_id" uuid,
	"source" text,
	"updated_on" date NOT NULL,
	CONSTRAINT "routes_school_id_topic_pk" PRIMARY KEY("school_id","topic")
);
--> statement-breakpoint
ALTER TABLE "routes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"face_id" uuid,
	"mail" text NOT NULL,
	"token_digest" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "one_token" UNIQUE("organisation_id","token_digest"),
	CONSTRAINT "a_colleague_or_a_face" CHECK (num_nonnulls("invitations"."person_id", "invitations"."face_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "setups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code_digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" text,
	"organisation_id" uuid
);
--> statement-breakpoint
ALTER TABLE "setups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gate"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "gate"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "gate"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "gate"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate"."used_codes" ADD CONSTRAINT "used_codes_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "gate"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_school_id_space_id_spaces_school_id_id_fk" FOREIGN KEY ("school_id","space_id") REFERENCES "public"."spaces"("school_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_part_of_organisations_id_fk" FOREIGN KEY ("part_of") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_board_id_organisations_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bell_times" ADD CONSTRAINT "bell_times_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_teachers" ADD CONSTRAINT "group_teachers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_teachers" ADD CONSTRAINT "group_teachers_school_id_group_id_groups_school_id_id_fk" FOREIGN KEY ("school_id","group_id") REFERENCES "public"."groups"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_noted_by_organisations_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faces" ADD CONSTRAINT "faces_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_school_id_relation_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","relation_id") REFERENCES "public"."relations"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_assured_by_people_id_fk" FOREIGN KEY ("assured_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routes" ADD CONSTRAINT "routes_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routes" ADD CONSTRAINT "routes_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_face_id_faces_school_id_id_fk" FOREIGN KEY ("organisation_id","face_id") REFERENCES "public"."faces"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setups" ADD CONSTRAINT "setups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "gate"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "gate"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_expires" ON "gate"."session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "tries_ends" ON "gate"."tries" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "used_codes_at" ON "gate"."used_codes" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "gate"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "verification_value" ON "gate"."verification" USING btree ("value");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("not_before") WHERE done_at is null and gave_up_at is null;--> statement-breakpoint
CREATE INDEX "letters_at" ON "letters" USING btree ("at");--> statement-breakpoint
CREATE INDEX "organisations_by_place" ON "organisations" USING btree ("kind","place");--> statement-breakpoint
CREATE INDEX "organisations_by_postcode" ON "organisations" USING btree ("postcode");--> statement-breakpoint
CREATE INDEX "organisations_by_board" ON "organisations" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "memberships_by_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_by_organisation" ON "people" USING btree ("noted_by");--> statement-breakpoint
CREATE INDEX "faces_by_relation" ON "faces" USING btree ("school_id","relation_id","rank");--> statement-breakpoint
CREATE INDEX "relations_by_name" ON "relations" USING btree ("school_id","name");--> statement-breakpoint
CREATE INDEX "relations_by_type" ON "relations" USING btree ("school_id","type");--> statement-breakpoint
CREATE INDEX "relations_by_organisation" ON "relations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "invitations_by_token" ON "invitations" USING btree ("token_digest");--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."account" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."session" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."tries" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."two_factor" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."used_codes" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."user" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."verification" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "everyone enqueues" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the keeper works" ON "outbox" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the keeper keeps the mailbox" ON "letters" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the keeper tends the trail" ON "trail" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the scribe writes" ON "trail" AS PERMISSIVE FOR ALL TO "house_scribe" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our trail" ON "trail" AS PERMISSIVE FOR SELECT TO "house_member" USING ("trail"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "the keeper tends the ends" ON "trail_heads" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "the scribe holds the ends" ON "trail_heads" AS PERMISSIVE FOR ALL TO "house_scribe" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "both sides see presence" ON "presences" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("presences"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or exists (select 1 from "relations" where "relations"."school_id" = "presences"."school_id" and "relations"."id" = "presences"."relation_id" and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "both sides tend presence" ON "presences" AS PERMISSIVE FOR ALL TO "house_member" USING (((("presences"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "presences"."school_id" and "relations"."id" = "presences"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) or exists (select 1 from "relations" where "relations"."school_id" = "presences"."school_id" and "relations"."id" = "presences"."relation_id" and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid))) WITH CHECK (((("presences"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "presences"."school_id" and "relations"."id" = "presences"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) or exists (select 1 from "relations" where "relations"."school_id" = "presences"."school_id" and "relations"."id" = "presences"."relation_id" and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "the keeper tends presence" ON "presences" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holders tend answers" ON "answers" AS PERMISSIVE FOR ALL TO "house_member" USING ((("answers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "answers"."school_id"
  and "relations"."id" = "answers"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) WITH CHECK ((("answers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations" where "relations"."school_id" = "answers"."school_id"
  and "relations"."id" = "answers"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends answers" ON "answers" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our answers" ON "answers" AS PERMISSIVE FOR SELECT TO "house_member" USING (("answers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "an organisation speaks for itself" ON "profiles" AS PERMISSIVE FOR ALL TO "house_member" USING (("profiles"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['partnercontact','bestuurder','directeur'])) WITH CHECK (("profiles"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['partnercontact','bestuurder','directeur']));--> statement-breakpoint
CREATE POLICY "everyone sees profiles" ON "profiles" AS PERMISSIVE FOR SELECT TO "house_member" USING (true);--> statement-breakpoint
CREATE POLICY "the keeper tends profiles" ON "profiles" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "anyone types in what no register knows" ON "organisations" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (("organisations"."source" in ('typed', 'claimed') and "organisations"."typed_by" = nullif((select current_setting('house.account', true)), '')));--> statement-breakpoint
CREATE POLICY "everyone sees public facts" ON "organisations" AS PERMISSIVE FOR SELECT TO "house_member" USING (true);--> statement-breakpoint
CREATE POLICY "the keeper tends the national list" ON "organisations" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "an organisation says who it is" ON "organisations" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("organisations"."id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','bestuurder','partnercontact'])) WITH CHECK (("organisations"."id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','bestuurder','partnercontact']));--> statement-breakpoint
CREATE POLICY "managers arrange our bell times" ON "bell_times" AS PERMISSIVE FOR ALL TO "house_member" USING (("bell_times"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])) WITH CHECK (("bell_times"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "the keeper tends bell times" ON "bell_times" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our bell times" ON "bell_times" AS PERMISSIVE FOR SELECT TO "house_member" USING ("bell_times"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "managers arrange our group teachers" ON "group_teachers" AS PERMISSIVE FOR ALL TO "house_member" USING (("group_teachers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])) WITH CHECK (("group_teachers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "the keeper tends group teachers" ON "group_teachers" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our group teachers" ON "group_teachers" AS PERMISSIVE FOR SELECT TO "house_member" USING ("group_teachers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "managers arrange our groups" ON "groups" AS PERMISSIVE FOR ALL TO "house_member" USING (("groups"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])) WITH CHECK (("groups"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "the keeper tends groups" ON "groups" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our groups" ON "groups" AS PERMISSIVE FOR SELECT TO "house_member" USING ("groups"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "the keeper tends memberships" ON "memberships" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "managers arrange who is who" ON "memberships" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (("memberships"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "managers end" ON "memberships" AS PERMISSIVE FOR DELETE TO "house_member" USING (("memberships"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "managers rearrange" ON "memberships" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("memberships"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])) WITH CHECK (("memberships"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "we see who is who" ON "memberships" AS PERMISSIVE FOR SELECT TO "house_member" USING (("memberships"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid or "memberships"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the keeper tends people" ON "people" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "managers forget whom they noted" ON "people" AS PERMISSIVE FOR DELETE TO "house_member" USING (("people"."noted_by" = nullif((select current_setting('house.organisation', true)), '')::uuid and "people"."account_id" is null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "managers note people" ON "people" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("people"."noted_by" = nullif((select current_setting('house.organisation', true)), '')::uuid and "people"."account_id" is null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']) or "people"."account_id" = nullif((select current_setting('house.account', true)), '')));--> statement-breakpoint
CREATE POLICY "one tends oneself, managers whom they noted" ON "people" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("people"."account_id" = nullif((select current_setting('house.account', true)), '') or ("people"."noted_by" = nullif((select current_setting('house.organisation', true)), '')::uuid and "people"."account_id" is null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']))) WITH CHECK (("people"."account_id" = nullif((select current_setting('house.account', true)), '') or ("people"."noted_by" = nullif((select current_setting('house.organisation', true)), '')::uuid and "people"."account_id" is null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])));--> statement-breakpoint
CREATE POLICY "people are seen through a shared organisation" ON "people" AS PERMISSIVE FOR SELECT TO "house_member" USING (("people"."account_id" = nullif((select current_setting('house.account', true)), '') or exists (select 1 from "memberships" where "memberships"."person_id" = "people"."id" and "memberships"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid) or ("people"."noted_by" = nullif((select current_setting('house.organisation', true)), '')::uuid and "people"."account_id" is null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])));--> statement-breakpoint
CREATE POLICY "partners see who holds the line" ON "people" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "relations" where "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid
    and ("relations"."owner_id" = "people"."id" or "relations"."deputy_id" = "people"."id")));--> statement-breakpoint
CREATE POLICY "managers arrange our rooms" ON "spaces" AS PERMISSIVE FOR ALL TO "house_member" USING (("spaces"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])) WITH CHECK (("spaces"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "the keeper tends rooms" ON "spaces" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our rooms" ON "spaces" AS PERMISSIVE FOR SELECT TO "house_member" USING ("spaces"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "both sides see the faces" ON "faces" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("faces"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or exists (select 1 from "relations" where "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" and "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "holders tend faces" ON "faces" AS PERMISSIVE FOR ALL TO "house_member" USING ((("faces"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations"
    where "relations"."school_id" = "faces"."school_id" and "relations"."id" = "faces"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) WITH CHECK ((("faces"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations"
    where "relations"."school_id" = "faces"."school_id" and "relations"."id" = "faces"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends faces" ON "faces" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "holders give reasons" ON "reasons" AS PERMISSIVE FOR ALL TO "house_member" USING ((("reasons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations"
    where "relations"."school_id" = "reasons"."school_id" and "relations"."id" = "reasons"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) WITH CHECK ((("reasons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "relations"
    where "relations"."school_id" = "reasons"."school_id" and "relations"."id" = "reasons"."relation_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper tends reasons" ON "reasons" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "we see our reasons" ON "reasons" AS PERMISSIVE FOR SELECT TO "house_member" USING (("reasons"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "both sides see the line" ON "relations" AS PERMISSIVE FOR SELECT TO "house_member" USING ((("relations"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) or "relations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "colleagues add lines" ON "relations" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (("relations"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "holders and keepers tend lines" ON "relations" AS PERMISSIVE FOR UPDATE TO "house_member" USING ((("relations"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))) WITH CHECK (("relations"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "the keeper tends lines" ON "relations" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "keepers remove lines" ON "relations" AS PERMISSIVE FOR DELETE TO "house_member" USING ((("relations"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict']));--> statement-breakpoint
CREATE POLICY "the keeper tends routes" ON "routes" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "owners tend routes" ON "routes" AS PERMISSIVE FOR ALL TO "house_member" USING ((("routes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or "routes"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid))) WITH CHECK ((("routes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']) and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or "routes"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "we see our routes" ON "routes" AS PERMISSIVE FOR SELECT TO "house_member" USING (("routes"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge']));--> statement-breakpoint
CREATE POLICY "who tends a line invites its faces" ON "invitations" AS PERMISSIVE FOR ALL TO "house_member" USING (("invitations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "invitations"."face_id" is not null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge'] and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "faces"."school_id" = "invitations"."organisation_id"
  and "faces"."id" = "invitations"."face_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid))))) WITH CHECK (("invitations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "invitations"."face_id" is not null and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','leerkracht','onderwijsassistent','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gedragsspecialist','hb_specialist','pestcoordinator','vertrouwenspersoon','aandachtsfunctionaris','brugfunctionaris','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','schoolopleider','ict','preventiemedewerker','administratie','concierge'] and (string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','ib','administratie','cultuurcoordinator','taalcoordinator','rekencoordinator','eventmanager','gezondheidscoordinator','sportcoordinator','natuurtechniekcoordinator','verkeerscoordinator','brugfunctionaris','schoolopleider','ict'] or exists (select 1 from "faces" join "relations" on "relations"."school_id" = "faces"."school_id"
  and "relations"."id" = "faces"."relation_id" where "faces"."school_id" = "invitations"."organisation_id"
  and "faces"."id" = "invitations"."face_id" and ("relations"."owner_id" = nullif((select current_setting('house.person', true)), '')::uuid or "relations"."deputy_id" = nullif((select current_setting('house.person', true)), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "the keeper lets in" ON "invitations" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "managers invite" ON "invitations" AS PERMISSIVE FOR ALL TO "house_member" USING (("invitations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder'])) WITH CHECK (("invitations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie','partnercontact','bestuurder']));--> statement-breakpoint
CREATE POLICY "the keeper sets up" ON "setups" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);