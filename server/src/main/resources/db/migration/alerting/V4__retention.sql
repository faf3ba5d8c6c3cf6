-- Finds the deliveries of notices that are to be forgotten.
create index delivery_notice on alerting.delivery (notice);
