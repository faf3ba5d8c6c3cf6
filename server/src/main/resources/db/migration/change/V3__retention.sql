-- Whether what its jobs printed has been forgotten.
alter table change.run add silent boolean not null default false;

create index run_archive on change.run (archive);
create index run_not_silent on change.run (ended_at) where not silent;
