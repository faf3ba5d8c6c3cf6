-- What was deployed where, as tools told. The value is what is shown; what was told under a key is
-- kept to know it again.
create table topology.deployment (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    app text not null,
    environment text not null,
    hosts text[] not null,
    key text,
    told_by text not null,
    value json not null,
    told text not null
);

create unique index deployment_key on topology.deployment (told_by, key) where key is not null;
create index deployment_app on topology.deployment (app, environment, id desc);
create index deployment_host on topology.deployment using gin (hosts);
