create schema change;

-- A change as a folder, in one archive; known by a digest of what is in it.
create table change.archive (
    digest text collate "C" primary key,
    bytes bigint not null,
    sent_by text not null,
    sent_at timestamptz not null
);

create table change.archive_part (
    digest text collate "C" not null references change.archive,
    number int not null,
    content bytea not null,
    primary key (digest, number)
);

create table change.plan (
    id uuid primary key,
    archive text collate "C" not null references change.archive,
    change text not null,
    state text not null,
    problem text,
    environments text[] not null,
    hosts text[] not null,
    -- what was asked for
    ordered text not null,
    -- what would be done; null until somebody has looked, and if nobody could
    planned text,
    digest text,
    made_by text not null,
    made_at timestamptz not null
);

create index plan_archive on change.plan (archive);

create sequence change.run_id;

-- What lists show of a run. All that is known of it follows from its entries.
create table change.run (
    id bigint primary key,
    -- by which locks on hosts know it, and which no other server gives to a run of its own
    name text collate "C" not null unique,
    plan uuid not null unique references change.plan,
    archive text collate "C" not null,
    change text not null,
    who text not null,
    -- the person behind that, who cannot be the second one
    person text not null,
    why text not null,
    environments text[] not null,
    status text not null,
    phase text not null,
    reason text not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    revision int not null,
    undoing boolean not null,
    approved_by text not null,
    -- whether its end has been told to the other parts
    settled boolean not null
);

create index run_environment on change.run using gin (environments);
create index run_unsettled on change.run (id) where not settled;

create table change.run_host (
    run bigint not null references change.run,
    host text collate "C" not null,
    environment text not null,
    -- whether the map was told that the change is deployed there
    deployed boolean not null default false,
    primary key (run, host)
);

create index run_host_host on change.run_host (host, run);

-- The journals, a line of theirs each.
create table change.entry (
    run bigint not null references change.run,
    number int not null,
    at timestamptz not null,
    kind text not null,
    line text not null,
    primary key (run, number)
);
