CREATE TABLE link (name text PRIMARY KEY, target text NOT NULL);
