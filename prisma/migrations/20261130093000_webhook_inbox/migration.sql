-- LiveKit's webhooks are stored when they arrive, and applied by the worker.
ALTER TABLE "WebhookEvent"
  ADD COLUMN "payload" JSONB,
  ADD COLUMN "processedAt" TIMESTAMPTZ(3),
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;

-- Events from before this migration were applied on arrival.
UPDATE "WebhookEvent" SET "processedAt" = "receivedAt";

CREATE INDEX "WebhookEvent_waiting" ON "WebhookEvent" ("receivedAt", "id") WHERE "processedAt" IS NULL;
