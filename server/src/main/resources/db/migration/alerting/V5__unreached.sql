-- Since when an address takes nothing, as whoever serves it said of it; it is tried only where
-- nobody else can be told.
alter table alerting.address add column refused_at timestamptz;

-- Finds the incidents of which somebody could not be told.
create index delivery_given_up on alerting.delivery (incident) where state = 'FAILED';
