create schema topology;

-- The number is an asset's place in the graph and the subject of its intervals.
create table topology.asset (
    number int generated always as identity primary key,
    name text collate "C" not null,
    environment text,
    -- the ordinal of the host that it is, or is on
    host int,
    first_seen timestamptz not null,
    retired_at timestamptz
) with (fillfactor = 90);

create unique index asset_living_name on topology.asset (name) where retired_at is null;
create index asset_name on topology.asset (name, retired_at desc) where retired_at is not null;

-- What is known of assets over time: under "seen" how reports show it, under "told" what people or
-- tools said.
create table topology.asset_state (
    subject bigint not null,
    key text not null,
    value json not null,
    since timestamptz not null,
    until timestamptz not null default 'infinity',
    primary key (subject, key, until)
) partition by range (until);
create table topology.asset_state_open partition of topology.asset_state
    for values from ('infinity') to (maxvalue);

-- The subject is the relation's source, the key its type and its target's number.
create table topology.relation (
    subject bigint not null,
    key text not null,
    value json not null,
    since timestamptz not null,
    until timestamptz not null default 'infinity',
    target int generated always as (cast(split_part(key, ' ', 2) as int)) stored,
    primary key (subject, key, until)
) partition by range (until);
create table topology.relation_open partition of topology.relation
    for values from ('infinity') to (maxvalue);

create index relation_target on topology.relation (target);

-- What people, tools and the estate say of relations, beside what is seen.
create table topology.statement (
    source int not null references topology.asset on delete cascade,
    type text not null,
    target int not null references topology.asset on delete cascade,
    origin text not null,
    told_by text not null,
    -- the name of those of which one is enough
    alternatives text,
    count bigint not null default 1,
    first_told timestamptz not null,
    last_told timestamptz not null,
    primary key (source, type, target, origin)
);

create index statement_target on topology.statement (target);

-- What people put right; it outlives what is seen later.
create table topology.correction (
    id bigint generated always as identity primary key,
    kind text not null,
    asset int not null references topology.asset on delete cascade,
    -- of a relation: its type and target
    type text,
    target int references topology.asset on delete cascade,
    -- the new title, the team, or what it is merged into
    value text,
    reason text,
    made_by text not null,
    made_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz
);

create index correction_asset on topology.correction (asset) where withdrawn_at is null;
