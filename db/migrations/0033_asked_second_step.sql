CREATE TABLE "sign_in_rules" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"second_step_from" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gate"."session" ADD COLUMN "two_steps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_rules" ADD CONSTRAINT "sign_in_rules_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "heads ask a second step" ON "sign_in_rules" AS PERMISSIVE FOR ALL TO "house_member" USING (("sign_in_rules"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder'])) WITH CHECK (("sign_in_rules"."organisation_id" = nullif((select current_setting('house.organisation', true)), '')::uuid and string_to_array((select current_setting('house.roles', true)), ',') && array['directeur','bestuurder']));--> statement-breakpoint
CREATE POLICY "the keeper tends rules of signing in" ON "sign_in_rules" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "one knows what is asked of one" ON "sign_in_rules" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "memberships" join "organisations" on "organisations"."id" = "memberships"."organisation_id"
    where "memberships"."person_id" = nullif((select current_setting('house.person', true)), '')::uuid and "sign_in_rules"."organisation_id" in ("organisations"."id", "organisations"."board_id")));