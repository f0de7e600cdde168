CREATE TABLE "meeting_points" (
	"school_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"nr" integer NOT NULL,
	"point" text NOT NULL,
	CONSTRAINT "meeting_points_school_id_meeting_id_id_pk" PRIMARY KEY("school_id","meeting_id","id"),
	CONSTRAINT "point_in_order" UNIQUE("school_id","meeting_id","nr")
);
--> statement-breakpoint
ALTER TABLE "meeting_points" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "meeting_points" ADD CONSTRAINT "meeting_points_school_id_meeting_id_meetings_school_id_id_fk" FOREIGN KEY ("school_id","meeting_id") REFERENCES "public"."meetings"("school_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "the keeper tends what is spoken about" ON "meeting_points" AS PERMISSIVE FOR ALL TO "house_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "a link shows what is spoken about" ON "meeting_points" AS PERMISSIVE FOR SELECT TO "house_guest" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_points"."school_id"
    and "meetings"."id" = "meeting_points"."meeting_id" and true));--> statement-breakpoint
CREATE POLICY "makers say it otherwise" ON "meeting_points" AS PERMISSIVE FOR DELETE TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_points"."school_id"
    and "meetings"."id" = "meeting_points"."meeting_id" and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers say what is spoken about" ON "meeting_points" AS PERMISSIVE FOR INSERT TO "house_member" WITH CHECK (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_points"."school_id"
    and "meetings"."id" = "meeting_points"."meeting_id" and "meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid));--> statement-breakpoint
CREATE POLICY "makers and invited see what is spoken about" ON "meeting_points" AS PERMISSIVE FOR SELECT TO "house_member" USING (exists (select 1 from "meetings" where "meetings"."school_id" = "meeting_points"."school_id"
    and "meetings"."id" = "meeting_points"."meeting_id" and ("meetings"."made_by" = nullif((select current_setting('house.person', true)), '')::uuid or "meetings"."invited" @> array[nullif((select current_setting('house.person', true)), '')::uuid])));