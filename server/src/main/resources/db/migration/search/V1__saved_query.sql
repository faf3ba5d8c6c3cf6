create schema search;

-- Queries that others may mention by name.
create table search.saved_query (
    name text collate "C" primary key,
    q text not null,
    saved_by text not null,
    saved_at timestamptz not null
);
