-- Hosts of a name with a mark of doubt are a range of names; and hosts are listed in this order.
create index host_living_order on inventory.host (name collate "C") where lifecycle = 'LIVE';
