ALTER TABLE "resolution_letters" DROP COLUMN "to_name";--> statement-breakpoint
ALTER TABLE "resolution_letters" ADD COLUMN "face_id" uuid;