-- What a host's repositories offered when it was asked last.
create table inventory.host_offers (
    host int primary key references inventory.host on delete cascade,
    asked_at timestamptz not null,
    listed_at timestamptz,
    offers json not null
);
