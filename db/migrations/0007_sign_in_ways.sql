CREATE TABLE "gate"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "gate"."passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gate"."provider" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"domains" text[] NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gate"."provider" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gate"."passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "gate"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_user" ON "gate"."passkey" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "gate"."account" ADD CONSTRAINT "one_account_each" UNIQUE("provider_id","account_id");--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."passkey" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "only the gate" ON "gate"."provider" AS PERMISSIVE FOR ALL TO "house_gate" USING (true) WITH CHECK (true);