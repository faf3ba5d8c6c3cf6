create schema estate;

-- Each content of the estate file that was applied; the newest is in force.
create table estate.applied_file (
    id bigint generated always as identity primary key,
    file text not null,
    content bytea not null,
    applied_at timestamptz not null
);

-- Hosts that were added by API. What the file declares is not here.
create table estate.added_host (
    name text primary key,
    -- null: that of its groups, or none
    environment text,
    groups text[] not null,
    added_by text not null,
    added_at timestamptz not null
);

create table estate.added_host_setting (
    host text not null references estate.added_host on delete cascade,
    key text not null,
    value text not null,
    primary key (host, key)
);

create table estate.added_environment (
    name text primary key,
    added_by text not null,
    added_at timestamptz not null
);
