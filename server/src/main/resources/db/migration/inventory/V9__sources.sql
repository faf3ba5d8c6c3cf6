-- What a source told that is not believed in everything, or may not be at another time.
create table inventory.claim (
    host int not null references inventory.host on delete cascade,
    source text not null,
    facts text not null,
    packages int[] not null,
    primary key (host, source)
);

-- How asking a host's jsonstats server went.
create table inventory.jsonstats (
    host int primary key references inventory.host on delete cascade,
    url text not null,
    outcome text not null,
    since timestamptz not null,
    reason text,
    remedy text,
    attempted_at timestamptz not null
);
