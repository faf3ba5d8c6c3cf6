-- Whose process it is; empty where nobody may know.
alter table inventory.connection add column account text not null default '';
alter table inventory.connection drop constraint connection_pkey;
alter table inventory.connection add primary key
    (host, direction, process, account, protocol, remote_address, service_port);
