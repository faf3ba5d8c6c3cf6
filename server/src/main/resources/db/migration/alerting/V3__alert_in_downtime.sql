-- Whether a downtime is about it, so that it is no failure until that ends.
alter table alerting.alert add column downtime boolean not null default false;
