-- What was told of incidents. An incident has each of kind and ordinal once, so that nothing is
-- told twice.
create table alerting.notice (
    id bigint generated always as identity primary key,
    incident bigint not null,
    kind text not null,
    ordinal int not null,
    severity text not null,
    reason text not null,
    -- in the forms of all channels; the same however often it is sent
    message json not null,
    made_at timestamptz not null,
    unique (incident, kind, ordinal)
);

-- A notice on its way to one address. The id stays the same however often it is sent.
create table alerting.delivery (
    id uuid primary key,
    number bigint generated always as identity,
    notice bigint not null references alerting.notice,
    incident bigint not null,
    environment text not null,
    team text not null,
    channel text not null,
    address text not null,
    -- the first one about the incident to the address; null for that one itself
    first uuid,
    -- WAITING, DELIVERED or FAILED
    state text not null default 'WAITING',
    attempts int not null default 0,
    made_at timestamptz not null,
    due_at timestamptz not null,
    -- when it is given up
    until_at timestamptz not null,
    tried_at timestamptz,
    ended_at timestamptz,
    -- what came of the last attempt
    said text
);

create unique index delivery_number on alerting.delivery (number);
create index delivery_waiting on alerting.delivery (channel, address, due_at)
    where state = 'WAITING';
create index delivery_failed on alerting.delivery (number) where state = 'FAILED';
create index delivery_incident on alerting.delivery (incident, channel, address, number);

-- What came of the last attempt at each address.
create table alerting.address (
    channel text not null,
    address text not null,
    tried_at timestamptz not null,
    delivered boolean not null,
    said text not null,
    -- since when nothing is sent there, because it said so itself
    gone_at timestamptz,
    primary key (channel, address)
);
