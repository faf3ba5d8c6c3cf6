create schema monitoring;

-- What is to be checked, as it was written. Templates are what definitions start from.
create table monitoring.definition (
    id bigint generated always as identity primary key,
    name text collate "C" not null,
    template boolean not null,
    asset text collate "C",
    q text,
    -- the values by key and the command, before the template's are added
    draft json not null,
    -- where the estate file states it; null if it was said by API
    file text,
    line int,
    made_at timestamptz not null,
    made_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text,
    version int not null default 1
);

-- One name means one check of an asset; those with a query, and templates, have names of their own.
create unique index definition_name on monitoring.definition (name, template, coalesce(asset, ''));
create index definition_asset on monitoring.definition (asset) where asset is not null;

-- A definition on one asset. Those that ended are kept, so that what was can be told.
create table monitoring.monitor (
    id bigint generated always as identity primary key,
    definition bigint not null,
    name text collate "C" not null,
    asset text collate "C" not null,
    -- the ordinal of the host that it is, or is on
    host int,
    environment text not null,
    made_at timestamptz not null,
    ended_at timestamptz
);

create unique index monitor_living on monitoring.monitor (definition, asset)
    where ended_at is null;
create index monitor_asset on monitoring.monitor (asset, name);

-- What was thought of monitors over time, under the key "state".
create table monitoring.state (
    subject bigint not null,
    key text not null,
    value json not null,
    since timestamptz not null,
    until timestamptz not null default 'infinity',
    primary key (subject, key, until)
) partition by range (until);
create table monitoring.state_open partition of monitoring.state
    for values from ('infinity') to (maxvalue);

-- The last result of each monitor.
create table monitoring.result (
    monitor bigint primary key,
    at timestamptz not null,
    value json not null
) with (fillfactor = 70);

-- When it is known that something may not work, and nobody is to be told.
create table monitoring.downtime (
    id bigint generated always as identity primary key,
    -- one of the two says what it is about
    asset text collate "C",
    q text,
    environment text,
    begins_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    made_at timestamptz not null,
    made_by text not null,
    ended_by text
);

create index downtime_until on monitoring.downtime (ends_at);
