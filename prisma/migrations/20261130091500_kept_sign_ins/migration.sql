-- A kept sign-in of a browser lasts 30 days, however seldom it is used.
ALTER TABLE "SignIn" ADD COLUMN "kept" BOOLEAN NOT NULL DEFAULT false;
