-- Names are searched by their search form: without accents, in lower case, with the signs that people type.
-- lib/kernel/search-form.ts does the same with the words of a search; a test compares both for every character.
CREATE FUNCTION search_form(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  -- ASCII without the backtick needs no more, and imports write thousands of names.
  SELECT CASE WHEN written ~ '^[ -_a-~]*$' THEN lower(written) ELSE translate(
    replace(replace(replace(replace(
      regexp_replace(
        lower(regexp_replace(normalize(written, NFKD), '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]', '', 'g')),
        '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]', '', 'g'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    'øđðłħıŋŧς‘’ʼʻ`“”‐–—−', 'oddlhintσ''''''''''""----') END
$$;

ALTER TABLE "User" ADD COLUMN "searchName" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION fill_search_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchName" := search_form(NEW."name");
  RETURN NEW;
END
$$;

CREATE TRIGGER "User_fills_search_name" BEFORE INSERT OR UPDATE OF "name", "searchName" ON "User"
  FOR EACH ROW EXECUTE FUNCTION fill_search_name();

UPDATE "User" SET "searchName" = '';
