ALTER TABLE "relations" ADD COLUMN "part_of_id" uuid;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_school_id_part_of_id_relations_school_id_id_fk" FOREIGN KEY ("school_id","part_of_id") REFERENCES "public"."relations"("school_id","id") ON DELETE SET NULL ("part_of_id") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relations_by_whole" ON "relations" USING btree ("school_id","part_of_id");--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_not_part_of_itself" CHECK ("relations"."part_of_id" <> "relations"."id");