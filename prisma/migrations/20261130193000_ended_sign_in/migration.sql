-- CreateTable
CREATE TABLE "EndedSignIn" (
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EndedSignIn_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "EndedSignIn_endedAt_idx" ON "EndedSignIn"("endedAt");

-- AddForeignKey
ALTER TABLE "EndedSignIn" ADD CONSTRAINT "EndedSignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
