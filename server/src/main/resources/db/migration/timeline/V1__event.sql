create schema timeline;

create table timeline.event (
    id bigint generated always as identity,
    at timestamptz not null,
    asset text not null,
    -- whose name it was, written when the name is given up; until then, events are of the asset
    -- that has the name
    asset_id uuid,
    environment text not null,
    kind text not null,
    summary text not null,
    detail jsonb not null,
    actor text not null,
    run text,
    primary key (at, id)
) partition by range (at);

create index event_asset on timeline.event (asset, id desc);
create index event_asset_id on timeline.event (asset_id, id desc) where asset_id is not null;
create index event_environment on timeline.event (environment, id desc);
