-- What of an app a plan does; its values are those of the app then.
alter table change.plan add task bigint;

create index plan_task on change.plan (task) where task is not null;

-- Monitors that an app brought with it.
create table change.app_monitor (
    definition bigint primary key,
    app text not null
);

create index app_monitor_app on change.app_monitor (app);
