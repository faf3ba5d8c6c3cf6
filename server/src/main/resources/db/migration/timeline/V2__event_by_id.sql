-- A reader who comes back knows the id of the last event it saw, not its time.
create index event_id on timeline.event (id);
