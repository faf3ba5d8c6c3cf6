create schema storage;

-- How much room something took on a day, to tell how fast it grows.
create table storage.growth (
    day date not null,
    -- table, folder or disk
    kind text not null,
    name text collate "C" not null,
    at timestamptz not null,
    bytes bigint not null,
    primary key (day, kind, name)
);
