-- Where a deployment was undone it runs no longer, and is nothing that could run again. One that was
-- told since it runs again says which it is.
alter table topology.deployment add undone text[] not null default '{}';
alter table topology.deployment add again bigint;
