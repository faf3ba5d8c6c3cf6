-- The texts of the tests that monitors of the file name, by their paths in it: without them the file
-- does not say all that it did when it was applied.
alter table estate.applied_file add column tests json not null default '{}';
