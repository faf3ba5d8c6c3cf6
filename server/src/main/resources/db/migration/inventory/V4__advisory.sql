-- One line for each file of advisories that was taken: what was matched before is no longer all.
create table inventory.advisory_load (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    advisories int not null
);

create table inventory.advisory (
    id text collate "C" primary key,
    modified timestamptz not null,
    published timestamptz,
    withdrawn timestamptz,
    aliases text[] not null,
    summary text,
    details text,
    severity text
);

create index advisory_alias on inventory.advisory using gin (aliases);

-- What an advisory says of one package. The type is null where hosts have no such packages; the
-- name is folded as purls of that type are; affected holds versions only that no range contains.
create table inventory.advisory_package (
    advisory text collate "C" not null references inventory.advisory on delete cascade,
    place int not null,
    ecosystem text not null,
    type text,
    namespace text,
    release text,
    name text not null,
    affected json not null,
    primary key (advisory, place)
);

create index advisory_package_name on inventory.advisory_package (name, type)
    where type is not null;
