-- What seals the rows of one table; {table} stands for its name.
--
-- The trigger is called for each row that a transaction has put in. The first call seals them all and moves the end of
-- the chain once: moving it for every row would take longer with each, since a transaction keeps every version it makes.
-- A row without a number is always one's own, for others see a row only when it is sealed.

-- Sequential scans are off in here: what is looked for is always the last few rows of a very long table, which the
-- planner cannot know.

CREATE FUNCTION {table}_seal() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    head access_chainhead%ROWTYPE;
    waiting {table}%ROWTYPE;
    sealed bytea;
BEGIN
    IF NEW.number IS NOT NULL OR NEW.previous IS NOT NULL OR NEW.hash IS NOT NULL THEN
        RAISE EXCEPTION 'rows of {table} are numbered by the database' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM FROM {table} WHERE id = NEW.id AND number IS NULL;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT * INTO head FROM access_chainhead WHERE "table" = '{table}' FOR UPDATE;
    IF NOT FOUND THEN -- the first row of all; of a chain whose end was lost, `alongside verify` tells
        INSERT INTO access_chainhead VALUES ('{table}', 0, '') ON CONFLICT DO NOTHING;
        SELECT * INTO head FROM access_chainhead WHERE "table" = '{table}' FOR UPDATE;
    END IF;
    FOR waiting IN SELECT * FROM {table} WHERE id >= NEW.id AND number IS NULL ORDER BY id LOOP
        sealed := sha256(convert_to(access_trail_text(
            '{table}', head.count + 1, head.hash, waiting.id, waiting.at, waiting.user_id, waiting.user_name,
            waiting.what, waiting.family_id, waiting.subject, waiting.detail, waiting.emergency, waiting.path), 'UTF8'));
        UPDATE {table} SET number = head.count + 1, previous = head.hash, hash = sealed WHERE id = waiting.id;
        head.count := head.count + 1;
        head.hash := sealed;
    END LOOP;
    UPDATE access_chainhead SET count = head.count, hash = head.hash WHERE "table" = '{table}';
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER {table}_seal AFTER INSERT ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {table}_seal();
