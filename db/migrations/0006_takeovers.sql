CREATE TABLE "takeover_rows" (
	"school_id" uuid NOT NULL,
	"takeover_id" uuid NOT NULL,
	"at" integer NOT NULL,
	"name" text NOT NULL,
	"counted" boolean DEFAULT true NOT NULL,
	"said" jsonb,
	"outcome" text,
	"because" text,
	"deeds" jsonb,
	"seal" text,
	"undone" text,
	"trail_from" bigint,
	"trail_to" bigint,
	"undo_from" bigint,
	"undo_to" bigint,
	CONSTRAINT "takeover_rows_school_id_takeover_id_at_pk" PRIMARY KEY("school_id","takeover_id","at")
);
--> statement-breakpoint
ALTER TABLE "takeover_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "takeovers" (
	"school_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"undo_by" uuid,
	"undo_account" text,
	"undo_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "takeovers_school_id_id_pk" PRIMARY KEY("school_id","id")
);
--> statement-breakpoint
ALTER TABLE "takeovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "seal" text;--> statement-breakpoint
ALTER TABLE "takeover_rows" ADD CONSTRAINT "takeover_rows_school_id_takeover_id_takeovers_school_id_id_fk" FOREIGN KEY ("school_id","takeover_id") REFERENCES "public"."takeovers"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_school_id_organisations_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "the keeper tends the rows" ON "takeover_rows" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "one brings rows" ON "takeover_rows" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (("takeover_rows"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "takeovers" where "takeovers"."school_id" = "takeover_rows"."school_id"
    and "takeovers"."id" = "takeover_rows"."takeover_id" and "takeovers"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid)));--> statement-breakpoint
CREATE POLICY "one goes on with the rows" ON "takeover_rows" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("takeover_rows"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "takeovers" where "takeovers"."school_id" = "takeover_rows"."school_id"
    and "takeovers"."id" = "takeover_rows"."takeover_id"))) WITH CHECK (("takeover_rows"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "takeovers" where "takeovers"."school_id" = "takeover_rows"."school_id"
    and "takeovers"."id" = "takeover_rows"."takeover_id")));--> statement-breakpoint
CREATE POLICY "one sees the rows" ON "takeover_rows" AS PERMISSIVE FOR SELECT TO "house_member" USING (("takeover_rows"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and exists (select 1 from "takeovers" where "takeovers"."school_id" = "takeover_rows"."school_id"
    and "takeovers"."id" = "takeover_rows"."takeover_id")));--> statement-breakpoint
CREATE POLICY "the keeper tends takeovers" ON "takeovers" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "one goes on, stops or takes back" ON "takeovers" AS PERMISSIVE FOR UPDATE TO "house_member" USING (("takeovers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and ("takeovers"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid or string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie']))) WITH CHECK ((("takeovers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and ("takeovers"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid or string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie'])) and (("takeovers"."undo_by" is null and "takeovers"."undo_account" is null) or ("takeovers"."undo_by" = nullif((select current_setting('house.person', true)), '')::uuid and "takeovers"."undo_account" = nullif((select current_setting('house.account', true)), '')))));--> statement-breakpoint
CREATE POLICY "one sees one’s takeovers, overseers those of the school" ON "takeovers" AS PERMISSIVE FOR SELECT TO "house_member" USING (("takeovers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and ("takeovers"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid or string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','teamleider','administratie'])));--> statement-breakpoint
CREATE POLICY "one takes over in one’s own name" ON "takeovers" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK ((("takeovers"."school_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and "takeovers"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid) and "takeovers"."account_id" = nullif((select current_setting('house.account', true)), '') and "takeovers"."undo_by" is null and "takeovers"."undo_account" is null));