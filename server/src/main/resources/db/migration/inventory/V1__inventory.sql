create schema inventory;

-- The ordinal is the host's place in bitmaps and the subject of its intervals.
create table inventory.host (
    ordinal int generated always as identity primary key,
    id uuid not null unique,
    name text not null,
    environment text not null,
    groups text[] not null,
    address text,
    declared boolean not null,
    file text,
    line int not null default 0,
    lifecycle text not null default 'LIVE',
    retired_at timestamptz,
    first_seen timestamptz not null,
    -- grows with every change of name, environment or lifecycle
    revision bigint not null default 1,
    observed_at timestamptz,
    host_time timestamptz,
    os_id text,
    os text,
    kernel text,
    packages int not null default 0,
    outcome text not null default 'PENDING',
    outcome_since timestamptz not null,
    outcome_reason text,
    outcome_remedy text,
    attempted_at timestamptz
) with (fillfactor = 70);

create unique index host_living_name on inventory.host (name) where lifecycle = 'LIVE';
create index host_name on inventory.host (name);

create table inventory.identity_key (
    kind text not null,
    value text not null,
    host int not null references inventory.host on delete cascade,
    primary key (kind, value, host)
);

create index identity_key_host on inventory.identity_key (host);

create table inventory.conflict (
    id bigint generated always as identity primary key,
    kind text not null,
    host int not null references inventory.host on delete cascade,
    other int not null references inventory.host on delete cascade,
    reason text not null,
    since timestamptz not null,
    decision text,
    decided_by text,
    decided_at timestamptz,
    unique (host, other)
);

create index conflict_other on inventory.conflict (other);

-- One row for each host and source: the one small write of an unchanged report.
create table inventory.observation (
    host int not null references inventory.host on delete cascade,
    source text not null,
    observed_at timestamptz not null,
    host_time timestamptz not null,
    measures json not null,
    uses json not null,
    primary key (host, source)
) with (fillfactor = 70);

create table inventory.section (
    host int not null references inventory.host on delete cascade,
    section text not null,
    source text not null,
    status text not null,
    reason text,
    since timestamptz not null,
    primary key (host, section, source)
);

-- Digests of what was applied last, so that what did not change is not looked at.
create table inventory.applied (
    host int primary key references inventory.host on delete cascade,
    digests json not null
) with (fillfactor = 70);

create table inventory.host_state (
    subject bigint not null,
    key text not null,
    value json not null,
    since timestamptz not null,
    until timestamptz not null default 'infinity',
    primary key (subject, key, until)
) partition by range (until);
create table inventory.host_state_open partition of inventory.host_state
    for values from ('infinity') to (maxvalue);

create table inventory.fact (like inventory.host_state including all) partition by range (until);
create table inventory.fact_open partition of inventory.fact
    for values from ('infinity') to (maxvalue);

create table inventory.service (like inventory.host_state including all) partition by range (until);
create table inventory.service_open partition of inventory.service
    for values from ('infinity') to (maxvalue);

create table inventory.daemon (like inventory.host_state including all) partition by range (until);
create table inventory.daemon_open partition of inventory.daemon
    for values from ('infinity') to (maxvalue);

create table inventory.runtime (like inventory.host_state including all) partition by range (until);
create table inventory.runtime_open partition of inventory.runtime
    for values from ('infinity') to (maxvalue);

create table inventory.package (
    id int generated always as identity primary key,
    -- SHA-256 over all that follows
    digest bytea not null unique,
    type text not null,
    namespace text,
    name text not null,
    version text not null,
    arch text,
    source text,
    source_version text,
    vendor text,
    signing_key text,
    root text
);

create index package_name on inventory.package (name collate "C", type);

create table inventory.package_set (
    id int generated always as identity primary key,
    digest bytea not null unique,
    os text not null,
    members int[] not null
);

create index package_set_os on inventory.package_set (os, id desc);

-- A host's packages are the set's members without removed and with added; gained and lost tell how
-- the interval differs from the one before, gained being null in a host's first.
create table inventory.host_packages (
    host int not null,
    since timestamptz not null,
    until timestamptz not null default 'infinity',
    set_id int not null references inventory.package_set,
    added int[] not null,
    removed int[] not null,
    gained int[],
    lost int[] not null,
    primary key (host, until)
) partition by range (until);
create table inventory.host_packages_open partition of inventory.host_packages
    for values from ('infinity') to (maxvalue);

create index host_packages_set on inventory.host_packages (set_id);

create table inventory.connection (
    host int not null references inventory.host on delete cascade,
    direction text not null,
    process text not null,
    protocol text not null,
    remote_address text not null,
    service_port int not null,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    count bigint not null,
    primary key (host, direction, process, protocol, remote_address, service_port)
) with (fillfactor = 70);
