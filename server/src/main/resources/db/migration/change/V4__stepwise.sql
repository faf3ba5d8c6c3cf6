-- Whether somebody has to agree to each of its steps.
alter table change.run add stepwise boolean not null default false;
