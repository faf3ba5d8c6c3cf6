-- For queries, which ask all hosts for one key.
create index fact_key on inventory.fact (key collate "C");
create index service_key on inventory.service (key collate "C");
create index daemon_key on inventory.daemon (key collate "C");
create index runtime_key on inventory.runtime (key collate "C");
