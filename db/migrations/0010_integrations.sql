CREATE TABLE "integrations" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"token_digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_on" date NOT NULL,
	"last_used_on" date,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "integrations_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "one_integration_token" UNIQUE("organisation_id","token_digest"),
	CONSTRAINT "a_year_at_most" CHECK ("integrations"."expires_on" <= ("integrations"."made_at" at time zone 'UTC')::date + 367)
);
--> statement-breakpoint
ALTER TABLE "integrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "machine_replies" (
	"token_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"text" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "machine_replies_token_id_key_pk" PRIMARY KEY("token_id","key")
);
--> statement-breakpoint
ALTER TABLE "machine_replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhooks" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"events" text[] NOT NULL,
	"person_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_arrived_on" date,
	"failing_since" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"last_status" integer,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "webhooks_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "trail" ADD COLUMN "via" uuid;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "integrations_by_token" ON "integrations" USING btree ("token_digest");--> statement-breakpoint
CREATE INDEX "machine_replies_at" ON "machine_replies" USING btree ("at");--> statement-breakpoint
CREATE POLICY "the scribe states facts" ON "outbox" AS PERMISSIVE FOR INSERT TO "house_scribe" WITH CHECK ("outbox"."kind" like 'fact:%');--> statement-breakpoint
CREATE POLICY "the keeper tends tokens" ON "integrations" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers make their own tokens" ON "integrations" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("integrations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder','partnercontact']) and "integrations"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and "integrations"."account_id" = nullif((select current_setting('house.account', true)), '')));--> statement-breakpoint
CREATE POLICY "makers revoke tokens" ON "integrations" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("integrations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder','partnercontact'])) WITH CHECK (("integrations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder','partnercontact']));--> statement-breakpoint
CREATE POLICY "makers see tokens" ON "integrations" AS PERMISSIVE FOR SELECT TO "house_member" USING (("integrations"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder','partnercontact']));--> statement-breakpoint
CREATE POLICY "its last day of use is noted" ON "integrations" AS PERMISSIVE FOR UPDATE TO "house_guest" USING (("integrations"."token_digest" = nullif((select current_setting('house.key', true)), '') and "integrations"."revoked_at" is null)) WITH CHECK (("integrations"."token_digest" = nullif((select current_setting('house.key', true)), '') and "integrations"."revoked_at" is null));--> statement-breakpoint
CREATE POLICY "who brings a token finds it" ON "integrations" AS PERMISSIVE FOR SELECT TO "house_guest" USING (("integrations"."token_digest" = nullif((select current_setting('house.key', true)), '') and "integrations"."revoked_at" is null));--> statement-breakpoint
CREATE POLICY "the keeper clears answers" ON "machine_replies" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a program keeps its own answers" ON "machine_replies" AS PERMISSIVE FOR ALL TO "house_machine" USING ("machine_replies"."token_id" = nullif((select current_setting('house.via', true)), '')::uuid) WITH CHECK ("machine_replies"."token_id" = nullif((select current_setting('house.via', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "the keeper tends webhooks" ON "webhooks" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "makers tend webhooks" ON "webhooks" AS PERMISSIVE FOR ALL TO "house_member" USING (("webhooks"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder','partnercontact'])) WITH CHECK ((("webhooks"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder','partnercontact']) and "webhooks"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "the scribe knows whether somebody listens" ON "webhooks" AS PERMISSIVE FOR SELECT TO "house_scribe" USING ("webhooks"."stopped_at" is null);