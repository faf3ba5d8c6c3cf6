create schema dispatch;

-- The keys by which hosts are known. A host is named as SSH names it: "web1", or "[web1]:2222".
create table dispatch.host_key (
    host text not null,
    type text not null,
    key text not null,
    pinned_at timestamptz not null,
    pinned_by text not null,
    primary key (host, type)
);

-- Another key that a known host has presented, until somebody accepts it.
create table dispatch.presented_key (
    host text primary key,
    type text not null,
    key text not null,
    presented_at timestamptz not null
);
