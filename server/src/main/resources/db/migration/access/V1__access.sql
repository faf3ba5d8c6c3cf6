create schema access;

create table access.person (
    id bigint generated always as identity primary key,
    name text not null unique,
    -- Argon2id with its parameters; null until the person chose one.
    password text,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create table access.person_grant (
    person bigint not null references access.person on delete cascade,
    role text not null,
    -- null: all environments
    environment text,
    unique nulls not distinct (person, role, environment)
);

-- Of each secret only the SHA-256 is here.
create table access.token (
    id bigint generated always as identity primary key,
    name text not null,
    secret_hash bytea not null unique,
    role text not null,
    environment text,
    host text,
    -- The home of the server instance whose command line uses the token.
    home text,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);

create unique index token_name on access.token (name) where revoked_at is null;

create table access.session (
    id bigint generated always as identity primary key,
    secret_hash bytea not null unique,
    person bigint not null references access.person on delete cascade,
    address text not null,
    client text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null
);

create index session_person on access.session (person);

create table access.sign_in_link (
    secret_hash bytea primary key,
    person bigint not null references access.person on delete cascade,
    expires_at timestamptz not null
);

create table access.audit (
    id bigint generated always as identity,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    environment text,
    outcome text not null,
    address text,
    primary key (at, id)
) partition by range (at);

create index audit_id on access.audit (id desc);
