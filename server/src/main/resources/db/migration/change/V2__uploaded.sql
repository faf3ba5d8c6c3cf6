-- Who carried a run out without this server, which has only its journal; empty if the server did.
alter table change.run add offline_by text not null default '';
