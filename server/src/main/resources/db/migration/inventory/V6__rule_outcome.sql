-- How each rule was judged the last time, for whoever asks before the next.
create table inventory.rule_outcome (
    rule text collate "C" primary key,
    answered_at timestamptz,
    problem text
);
