create schema parcels;

-- A parcel that is kept. Its content is in a folder, by digests.
create table parcels.parcel (
    id bigint generated always as identity primary key,
    name text collate "C" not null,
    version text collate "C" not null,
    -- of the manifest, which names all the rest
    digest text collate "C" not null unique,
    manifest_bytes bigint not null,
    -- what lists show of it
    summary text not null,
    licence text not null,
    owner text,
    provides text[] not null,
    requires text[] not null,
    bytes bigint not null,
    added_by text not null,
    added_at timestamptz not null,
    unique (name, version)
);

-- What somebody said of a parcel, and signed; whether it is believed is decided when it is needed.
create table parcels.signature (
    parcel bigint not null references parcels.parcel on delete cascade,
    digest text collate "C" not null,
    manifest_bytes bigint not null,
    envelope text collate "C" not null,
    envelope_bytes bigint not null,
    primary key (parcel, digest)
);

-- Which parcel needs what of the folder; several may need the same.
create table parcels.blob (
    parcel bigint not null references parcels.parcel on delete cascade,
    digest text collate "C" not null,
    bytes bigint not null,
    primary key (parcel, digest)
);

create index blob_digest on parcels.blob (digest);
