-- What others may read by SQL; docs/manual/10-other-tools.md describes it, and is a promise. Views
-- and functions read with the rights of their owner, so that a reader needs none on the tables.
-- Runs again whenever it is changed: a column may be added at the end of a view, none taken away.
create schema if not exists cadastre;

create or replace view cadastre.v_host as
select id, name, environment, groups, address, os_id, os, kernel, packages, outcome, outcome_since,
       outcome_reason, observed_at, first_seen
from inventory.host
where lifecycle = 'LIVE';

create or replace view cadastre.v_package as
select id, lower(type) as type, namespace, name, version, arch, source, source_version, vendor,
       signing_key, root
from inventory.package;

create or replace view cadastre.v_installed as
select h.id as host_id, h.name as host, h.environment, p.id as package_id, p.type, p.name,
       p.version, p.arch, p.source, p.vendor, p.root
from inventory.host h
join inventory.host_packages_open held on held.host = h.ordinal
join inventory.package_set base on base.id = held.set_id
cross join lateral (
    select unnest(base.members) as package
    except select unnest(held.removed)
    union select unnest(held.added)
) as own
join cadastre.v_package p on p.id = own.package
where h.lifecycle = 'LIVE';

create or replace view cadastre.v_fact as
select h.id as host_id, h.name as host, h.environment, f.key as name,
       cast(f.value as jsonb) -> 'value' as value, f.since
from inventory.host h
join inventory.fact_open f on f.subject = h.ordinal
where h.lifecycle = 'LIVE';

-- As of a moment: the hosts that lived then, by the names that they had then.
create or replace function cadastre.host_at(moment timestamptz)
returns table (
    id uuid, name text, environment text, groups text[], address text, os text, kernel text
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select h.id, s.value ->> 'name', s.value ->> 'environment',
           array(select json_array_elements_text(s.value -> 'groups')), s.value ->> 'address',
           s.value ->> 'os', s.value ->> 'kernel'
    from inventory.host_state s
    join inventory.host h on h.ordinal = s.subject
    where s.since <= moment and s.until > moment and s.value ->> 'lifecycle' = 'LIVE'
$$;

-- Null for all hosts; the name of one makes it quick.
create or replace function cadastre.installed_at(moment timestamptz, only_host text default null)
returns setof cadastre.v_installed
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select h.id, s.value ->> 'name', s.value ->> 'environment', p.id, p.type, p.name, p.version,
           p.arch, p.source, p.vendor, p.root
    from inventory.host_state s
    join inventory.host h on h.ordinal = s.subject
    join inventory.host_packages held
      on held.host = h.ordinal and held.since <= moment and held.until > moment
    join inventory.package_set base on base.id = held.set_id
    cross join lateral (
        select unnest(base.members) as package
        except select unnest(held.removed)
        union select unnest(held.added)
    ) as own
    join cadastre.v_package p on p.id = own.package
    where s.since <= moment and s.until > moment and s.value ->> 'lifecycle' = 'LIVE'
      and (only_host is null or s.value ->> 'name' = only_host)
$$;

create or replace function cadastre.fact_at(moment timestamptz, only_host text default null)
returns setof cadastre.v_fact
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select h.id, s.value ->> 'name', s.value ->> 'environment', f.key,
           cast(f.value as jsonb) -> 'value', f.since
    from inventory.host_state s
    join inventory.host h on h.ordinal = s.subject
    join inventory.fact f on f.subject = h.ordinal and f.since <= moment and f.until > moment
    where s.since <= moment and s.until > moment and s.value ->> 'lifecycle' = 'LIVE'
      and (only_host is null or s.value ->> 'name' = only_host)
$$;

revoke all on all functions in schema cadastre from public;

-- Roles belong to the whole of PostgreSQL: another database may have made this one, and whoever
-- migrates an external database may not be let make any.
do $$
begin
    if not exists (select from pg_roles where rolname = 'cadastre_reader') then
        create role cadastre_reader nologin;
    end if;
exception
    when insufficient_privilege then
        raise warning 'the role cadastre_reader cannot be made by %; an administrator of PostgreSQL can, as the manual says under "Read by SQL"', current_user;
    when duplicate_object or unique_violation then
        null;
end
$$;

do $$
begin
    if exists (select from pg_roles where rolname = 'cadastre_reader') then
        grant usage on schema cadastre to cadastre_reader;
        grant select on all tables in schema cadastre to cadastre_reader;
        grant execute on all functions in schema cadastre to cadastre_reader;
    end if;
end
$$;
