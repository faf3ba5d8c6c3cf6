-- Which sections a source told of a host last: one row, since nearly all of them were collected
-- without remark, or are of what the host does not have.
create table inventory.told (
    host int not null references inventory.host on delete cascade,
    source text not null,
    collected text[] not null,
    absent text[] not null,
    -- status and reason of all others, by section
    others json not null,
    primary key (host, source)
);

insert into inventory.told (host, source, collected, absent, others)
select host, source,
    coalesce(array_agg(section) filter (where status = 'COLLECTED' and reason is null), '{}'),
    coalesce(array_agg(section) filter (where status = 'ABSENT' and reason is null), '{}'),
    coalesce(
        json_object_agg(section, json_build_object('status', status, 'reason', reason))
            filter (where reason is not null or status not in ('COLLECTED', 'ABSENT')),
        '{}')
from inventory.section
group by host, source;

drop table inventory.section;
