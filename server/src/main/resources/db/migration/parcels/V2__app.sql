-- A deployed parcel.
create table parcels.app (
    id bigint generated always as identity primary key,
    name text collate "C" not null,
    environment text collate "C" not null,
    unique (environment, name)
);

-- An app as somebody wanted it. What was there once stays, so that one can go back.
create table parcels.app_revision (
    id bigint generated always as identity primary key,
    app bigint not null references parcels.app,
    number int not null,
    verb text not null,
    parcel text collate "C" not null,
    version text collate "C" not null,
    digest text collate "C" not null,
    signer text,
    owner text,
    state text not null,
    problem text not null,
    -- values as people may see them, hosts and bindings
    content text not null,
    -- what was given, and what changes find: there are secrets in it
    sealed bytea not null,
    made_by text not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    unique (app, number)
);

create index app_revision_digest on parcels.app_revision (digest);

-- Of an app one revision is there at most.
create unique index app_revision_current on parcels.app_revision (app) where state = 'CURRENT';

create table parcels.app_task (
    id bigint generated always as identity primary key,
    revision bigint not null references parcels.app_revision on delete cascade,
    ordinal int not null,
    step text not null,
    -- whose parcel's change it is
    app text collate "C" not null,
    binding text,
    parcel text collate "C" not null,
    version text collate "C" not null,
    digest text collate "C" not null,
    file text not null,
    hosts text[] not null,
    -- how its run ended; null before
    ending text,
    unique (revision, ordinal)
);
