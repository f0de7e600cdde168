ALTER TABLE "meeting_invitees" ADD COLUMN "travel" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "quorum" integer;