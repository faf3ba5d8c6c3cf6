-- How long products are supported, where an administrator loaded it; a product that is here is not
-- looked up among the facts that come with the server.
create table inventory.support_fact (
    product text not null,
    cycle text not null,
    released date,
    ends date,
    extended_ends date,
    ended boolean not null,
    latest text,
    source text not null,
    looked_up date not null,
    primary key (product, cycle)
);
