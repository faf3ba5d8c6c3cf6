-- The bills of materials of a host's applications over time; the key is the application. Their
-- packages are among the host's, by their root.
create table inventory.sbom (like inventory.host_state including all) partition by range (until);
create table inventory.sbom_open partition of inventory.sbom
    for values from ('infinity') to (maxvalue);
