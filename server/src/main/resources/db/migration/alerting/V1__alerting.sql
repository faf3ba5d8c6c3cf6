create schema alerting;

-- Ids are given out before the rows are written, since rows name each other.
create sequence alerting.incident_id;

-- All failures with one cause.
create table alerting.incident (
    id bigint primary key,
    cause text collate "C" not null,
    title text not null,
    environment text not null,
    state text not null,
    severity text not null,
    opened_at timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    resolved_at timestamptz,
    resolved_by text,
    merged_into bigint,
    owner text,
    -- the most monitors that could not work because of it
    unreachable int not null default 0,
    -- whether all that there is to tell of it, which is over, has been told
    settled boolean not null default false,
    -- what was read off the register about it, as it stood when it was over for some time
    kept json
);

create unique index incident_open on alerting.incident (cause) where state <> 'RESOLVED';
create index incident_cause on alerting.incident (cause, id);
create index incident_unsettled on alerting.incident (id) where not settled;
create index incident_unkept on alerting.incident (resolved_at)
    where kept is null and resolved_at is not null;

create table alerting.failure (
    incident bigint not null references alerting.incident,
    key text collate "C" not null,
    monitor bigint,
    name text not null,
    asset text collate "C" not null,
    environment text not null,
    state text not null,
    output text not null,
    since timestamptz not null,
    until timestamptz,
    ended text,
    primary key (incident, key)
);

create unique index failure_open on alerting.failure (key) where until is null;
create index failure_asset on alerting.failure (asset, incident);
create index failure_key on alerting.failure (key, until);

create table alerting.comment (
    id bigint generated always as identity primary key,
    incident bigint not null references alerting.incident,
    at timestamptz not null,
    by text not null,
    text text not null
);

create index comment_incident on alerting.comment (incident, id);

-- What changed and was not considered yet, written in the transaction of the change.
create table alerting.heard (
    id bigint generated always as identity primary key,
    key text not null,
    monitor bigint,
    name text not null,
    asset text not null,
    environment text not null,
    verdict text not null,
    state text not null,
    output text not null,
    since timestamptz not null,
    at timestamptz not null,
    because text,
    reason text not null
);

-- What another system says is wrong, until it says otherwise or no longer says it.
create table alerting.alert (
    fingerprint text primary key,
    labels json not null,
    annotations json not null,
    name text not null,
    asset text collate "C" not null,
    environment text not null,
    state text not null,
    output text not null,
    source text,
    begins_at timestamptz not null,
    ends_at timestamptz not null,
    -- the asset that it is because of, by the map
    because text
);

create index alert_ends on alerting.alert (ends_at);

-- When what is broken is not told.
create table alerting.silence (
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

create index silence_until on alerting.silence (ends_at);
