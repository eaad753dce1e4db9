-- CreateTable
CREATE TABLE "HallDevice" (
    "id" UUID NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "code" TEXT,
    "codeExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedCode" TEXT,
    "sessionId" UUID,
    "pairedAt" TIMESTAMPTZ(3),
    "pairedById" UUID,
    "unpairedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HallDevice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HallDevice_secretHash_key" ON "HallDevice"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "HallDevice_code_key" ON "HallDevice"("code");

-- CreateIndex
CREATE UNIQUE INDEX "HallDevice_sessionId_key" ON "HallDevice"("sessionId");

-- CreateIndex
CREATE INDEX "HallDevice_codeExpiresAt_idx" ON "HallDevice"("codeExpiresAt");

-- AddForeignKey
ALTER TABLE "HallDevice" ADD CONSTRAINT "HallDevice_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;
