-- Rules that were added without the estate file.
create table inventory.rule (
    name text collate "C" primary key,
    q text not null,
    owner text,
    severity text not null,
    description text,
    added_by text not null,
    added_at timestamptz not null
);

-- Which host, the subject, breaches which rule, the key. The value tells nothing.
create table inventory.breach (like inventory.host_state including all) partition by range (until);
create table inventory.breach_open partition of inventory.breach
    for values from ('infinity') to (maxvalue);

create index breach_rule on inventory.breach (key collate "C", until);
